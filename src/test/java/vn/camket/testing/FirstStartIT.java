package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** A real installation at its first start, a process of its own: no demonstration, nobody but whoever opens the printed link. */
@DisabledIfSystemProperty(
        named = "database",
        matches = "mysql",
        disabledReason = "the start is the same there, a second database is not at hand")
class FirstStartIT {
    private static final Path FOLDER = Path.of(System.getProperty("application.folder", "target/it") + "-first");
    private static final Path LOG = FOLDER.resolve("application.log");
    private static final String PASSWORD = "mot-mat-khau-dai-2026";
    private static final String H2 = "jdbc:h2:file:%s/camket;MODE=MySQL;WRITE_DELAY=0;AUTO_SERVER=TRUE";

    private static Process process;
    private static String base = "";

    @BeforeAll
    static void start() throws IOException {
        var data = FOLDER.resolve("data").toAbsolutePath();
        Files.createDirectories(data);
        for (var left : List.of(LOG, data.resolve("camket.mv.db"))) {
            Files.deleteIfExists(left);
        }
        var port = Application.freePort();
        base = "http://localhost:" + port;
        var builder = Application.process(FOLDER, LOG, port);
        builder.environment()
                .putAll(Map.of(
                        "CAMKET_DATA",
                        data.toString(),
                        "CAMKET_URL",
                        base,
                        "CAMKET_DEMONSTRATION",
                        "false",
                        "CAMKET_DATABASE_URL",
                        H2.formatted(data)));
        process = builder.start();
        var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        while (!log().contains(" ready in ")) {
            assertThat(process.isAlive() && System.nanoTime() < until).as(log()).isTrue();
            try {
                Thread.sleep(300);
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }
    }

    @AfterAll
    static void end() {
        process.destroy();
    }

    @Test
    void isOpenedOnceByThePrintedLinkAndIsEmpty() throws SQLException {
        var link = Pattern.compile(Pattern.quote(base) + "(/identity/activate\\.xhtml\\?secret=\\S+)")
                .matcher(log());
        assertThat(link.find()).as(log()).isTrue();
        var http = Http.at(base);
        assertThat(http.get("/identity/sign-in.xhtml").body()).doesNotContain("ck-demo");
        assertThat(http.signIn("hocvien", "lai-chau-2026").path()).startsWith("/identity/sign-in");
        var form = Http.at(base).get(link.group(1));
        var answers = Map.of(
                "activate:agencyName", "Ủy ban nhân dân tỉnh Thử",
                "activate:displayName", "Nguyễn Quản Trị",
                "activate:userName", "quan.tri",
                "activate:wished", PASSWORD,
                "activate:again", PASSWORD);

        var first = Http.at(base).submit(form, "activate", "activate:submit", answers);
        var second = Http.at(base).submit(form, "activate", "activate:submit", answers);

        assertThat(first.path()).startsWith("/identity/sign-in.xhtml");
        assertThat(second.path()).doesNotStartWith("/identity/sign-in.xhtml");
        assertThat(second.status()).isEqualTo(200);
        assertThat(Http.at(base).get(link.group(1)).body()).doesNotContain("activate:wished");
        assertThat(http.signIn("quan.tri", PASSWORD).path()).startsWith("/organization/agencies.xhtml");
        everyRoleOpensEmptyPages(http);
        assertThat(log()).doesNotContain("SEVERE").doesNotContain("Exception");
    }

    private static void everyRoleOpensEmptyPages(Http http) throws SQLException {
        var url = H2.formatted(FOLDER.resolve("data").toAbsolutePath());
        try (var connection = DriverManager.getConnection(url, "camket", "camket");
                var statement = connection.createStatement()) {
            for (var role : List.of("CAMPAIGN_ADMINISTRATOR", "TRAINER", "SUPERVISOR")) {
                statement.executeUpdate(
                        "insert into role_grant (account_id, role, agency_id, valid_from) select account_id, '" + role
                                + "', agency_id, valid_from from role_grant where role = 'SYSTEM_ADMINISTRATOR'");
            }
        }
        for (var path : List.of(
                "/organization/agencies.xhtml",
                "/organization/people.xhtml",
                "/organization/agency-edit.xhtml?parent=1",
                "/organization/person-edit.xhtml",
                "/identity/accounts.xhtml",
                "/identity/password.xhtml",
                "/campaign/campaigns.xhtml",
                "/campaign/edit.xhtml",
                "/completion/check.xhtml",
                "/training/write/modules.xhtml",
                "/quiz/write/papers.xhtml",
                "/library/documents.xhtml",
                "/report/agency.xhtml",
                "/report/people.xhtml",
                "/report/today.xhtml")) {
            var answer = http.get(path);

            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).contains("<h1").doesNotContain("???");
        }
    }

    private static String log() {
        try {
            return Files.exists(LOG) ? Files.readString(LOG) : "";
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
