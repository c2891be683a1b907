package vn.camket.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemonstrationFilesTest {
    @Test
    void theProvinceHasThirtySixCommunesAndTwoWards() {
        var kinds = Table.read("agencies").stream()
                .map(row -> Table.get(row, "kind"))
                .toList();

        assertThat(kinds.stream().filter("COMMUNE"::equals)).hasSize(36);
        assertThat(kinds.stream().filter("WARD"::equals)).hasSize(2);
        assertThat(kinds).hasSizeBetween(60, 80);
    }

    @Test
    void everyAgencyStandsBelowItsParentAndHasACodeOfItsOwn() {
        var seen = new HashSet<String>(List.of(""));

        for (var row : Table.read("agencies")) {
            assertThat(seen).contains(Table.get(row, "parent"));
            assertThat(seen.add(Table.get(row, "code"))).isTrue();
        }
    }

    @Test
    void peopleHaveSentencesOfTheirOwn() {
        assertThat(Table.sentences("COMMITMENT")).hasSize(4).allMatch(sentence -> sentence.length() > 20);
        assertThat(Table.sentences("REFUSAL")).hasSize(4).allMatch(sentence -> sentence.length() > 20);
    }

    @Test
    void theConsoleNamesEveryAccountWithItsRole() {
        var lines = Welcome.lines("http://localhost:8080");

        assertThat(lines).contains("http://localhost:8080/", Keys.PASSWORD);
        assertThat(Table.read("accounts"))
                .allSatisfy(row -> assertThat(lines).contains(Table.get(row, "user"), Table.get(row, "name")));
    }
}
