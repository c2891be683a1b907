package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private static final Pattern COLUMN = Pattern.compile(
            "(?m)^\\s+([a-z_0-9]+)\\s+(?:BIGINT|INT|VARCHAR|VARBINARY|DATETIME|DATE|BOOLEAN|MEDIUM|LONG|TEXT|CHAR|DECIMAL|SMALLINT)");

    @Test
    void everyFileHasItsOwnVersion() {
        var versions = new ArrayList<String>();
        for (var file : Sources.under("sql", ".sql")) {
            var name = file.path().getFileName().toString();
            assertThat(name).matches("(V\\d{3}|R)__[a-z0-9_]+\\.sql");
            versions.add(name.startsWith("V") ? name.substring(0, 4) : name);
        }

        assertThat(versions).doesNotHaveDuplicates();
    }

    @Test
    void noColumnIsAWordThatMySqlKeepsForItself() {
        var reserved = Sources.read(Path.of("src/test/resources/vn/camket/testing/mysql-reserved-words.txt"))
                .text()
                .lines()
                .collect(Collectors.toSet());
        var found = new TreeSet<String>();
        for (var file : Sources.under("sql", ".sql")) {
            COLUMN.matcher(file.text())
                    .results()
                    .map(hit -> hit.group(1))
                    .filter(reserved::contains)
                    .forEach(word -> found.add(file.name() + " " + word));
        }

        assertThat(found).isEmpty();
    }
}
