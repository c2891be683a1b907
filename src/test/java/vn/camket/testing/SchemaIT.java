package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SchemaIT {
    @Test
    void everyMigrationIsOnTheDatabase() throws IOException {
        try (var files = Files.list(Path.of("sql"))) {
            var written = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("V"))
                    .sorted()
                    .toList();

            var quote = Application.onMySql() ? "`" : "\"";

            var applied = Application.database()
                    .texts("select 'script' from 'flyway_schema_history' where 'success' order by 'script'"
                            .replace("'", quote));

            assertThat(applied.stream().filter(name -> name.startsWith("V")).toList())
                    .isEqualTo(written);
        }
    }

    @Test
    void uniqueTellsTonesApart() {
        var database = Application.database();

        database.change(
                "insert into setting (name, text) values (?, ?), (?, ?), (?, ?)",
                "proof.hoa",
                "1",
                "proof.hóa",
                "2",
                "proof.Hoa",
                "3");

        assertThat(database.text("select text from setting where name = ?", "proof.hóa"))
                .isEqualTo("2");
        database.change("delete from setting where name in (?, ?, ?)", "proof.hoa", "proof.hóa", "proof.Hoa");
    }

    @Test
    void momentsKeepTheirMicroseconds() {
        var database = Application.database();
        var moment = java.time.LocalDateTime.of(2026, 11, 24, 1, 2, 3, 456_789_000);

        database.change(
                "insert into job (kind, argument, state, created_at) values (?, ?, ?, ?)", "PROOF", "", "DONE", moment);

        assertThat(database.rows("select created_at from job where kind = ?", "PROOF")
                        .get(0))
                .containsEntry("created_at", moment);
        database.change("delete from job where kind = ?", "PROOF");
    }
}
