package vn.camket.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonNameTest {
    @Test
    void sortsByGivenThenFamilyThenMiddleName() {
        var ordered = List.of(
                "Trần Văn An",
                "Lê Thị Ân",
                "Đỗ Minh Bình",
                "Nguyễn Anh Bình",
                "Nguyễn Văn Bình",
                "Phạm Bình",
                "Lò Thị Dung",
                "Bùi Tiến Đạt");
        var shuffled = new ArrayList<>(ordered);
        Collections.reverse(shuffled);

        shuffled.sort((one, other) -> Arrays.compareUnsigned(PersonName.sortKey(one), PersonName.sortKey(other)));

        assertThat(shuffled).isEqualTo(ordered);
    }

    @Test
    void takesNamesOfOneAndTwoWords() {
        assertThat(PersonName.sortKey("H'Hen Niê")).isNotEmpty();
        assertThat(PersonName.sortKey("Hoa")).isNotEmpty();
        assertThat(PersonName.initials("H'Hen Niê")).isEqualTo("HN");
        assertThat(PersonName.initials("Nguyễn Thị Hải Yến")).isEqualTo("HY");
    }

    @Test
    void staysWithinTheColumnForTheLongestName() {
        assertThat(PersonName.sortKey("Nguyễn ".repeat(21) + "Ễ")).hasSizeLessThanOrEqualTo(700);
    }
}
