package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The account of daily work on MySQL writes evidence and can neither change nor delete it; the tests of all rooms run with it. */
class RightsIT {
    private static final Pattern INSERT_ONLY = Pattern.compile("table_name IN \\(([^)]*)\\) THEN ', INSERT'\\R");

    @Test
    void evidenceIsNeitherChangedNorDeleted() throws Exception {
        assumeTrue(System.getProperty("mysql.daily.user") != null, "no account of daily work is at hand");
        var evidence = evidence();
        assertThat(evidence).contains("ledger_entry", "signature", "tree_head");
        try (var connection = Application.database().daily();
                var statement = connection.createStatement()) {
            for (var table : evidence) {
                assertThat(statement
                                .executeQuery("select count(*) from " + table)
                                .next())
                        .as(table)
                        .isTrue();
                var column = Application.database()
                        .text(
                                "select column_name from information_schema.columns where table_schema = database()"
                                        + " and table_name = ? order by ordinal_position limit 1",
                                table);
                for (var change : List.of(
                        "update " + table + " set " + column + " = " + column,
                        "delete from " + table,
                        "truncate table " + table,
                        "drop table " + table,
                        "alter table " + table + " add column other INT")) {
                    assertThatThrownBy(() -> statement.executeUpdate(change))
                            .as(change)
                            .hasMessageContaining("denied");
                }
            }
        }
    }

    /** The tables of which the rights say: insert only. */
    private static List<String> evidence() throws IOException {
        var tables = INSERT_ONLY.matcher(Files.readString(Path.of("docker/mysql-rights.sql")));
        assertThat(tables.find()).isTrue();
        return Stream.of(tables.group(1).replace("'", "").split(", ")).toList();
    }
}
