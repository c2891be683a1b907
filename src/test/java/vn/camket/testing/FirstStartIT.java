package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import vn.camket.identity.Authenticator;

/**
 * A real installation at its first start, a process of its own: no demonstration, nobody but whoever opens the printed
 * link, and whoever administers must set a six-digit code.
 */
@DisabledIfSystemProperty(
        named = "database",
        matches = "mysql",
        disabledReason = "the start is the same there, a second database is not at hand")
class FirstStartIT {
    private static final String PASSWORD = "mot-mat-khau-dai-2026";

    private static Installation installation;

    @BeforeAll
    static void start() throws IOException {
        installation = new Installation("first", Map.of("CAMKET_TOTP_REQUIRED", " system_administrator"));
    }

    @AfterAll
    static void end() {
        installation.close();
    }

    @Test
    void isOpenedOnceByThePrintedLinkAndIsEmpty() throws SQLException {
        var link = Pattern.compile(Pattern.quote(installation.base()) + "(/identity/activate\\.xhtml\\?secret=\\S+)")
                .matcher(installation.log());
        assertThat(link.find()).as(installation.log()).isTrue();
        var http = installation.http();
        assertThat(http.get("/identity/sign-in.xhtml").body()).doesNotContain("ck-demo");
        assertThat(http.signIn("hocvien", "lai-chau-2026").path()).startsWith("/identity/sign-in");
        var form = installation.http().get(link.group(1));
        var answers = Map.of(
                "activate:agencyName", "Ủy ban nhân dân tỉnh Thử",
                "activate:displayName", "Nguyễn Quản Trị",
                "activate:userName", "quan.tri",
                "activate:wished", PASSWORD,
                "activate:again", PASSWORD);

        var first = installation.http().submit(form, "activate", "activate:submit", answers);
        var second = installation.http().submit(form, "activate", "activate:submit", answers);

        assertThat(first.path()).startsWith("/identity/sign-in.xhtml");
        assertThat(second.path()).doesNotStartWith("/identity/sign-in.xhtml");
        assertThat(second.status()).isEqualTo(200);
        assertThat(installation.http().get(link.group(1)).body()).doesNotContain("activate:wished");
        assertThat(http.signIn("quan.tri", PASSWORD).path()).startsWith("/identity/security.xhtml");
        setsACodeBeforeAnythingElse(http);
        everyRoleOpensEmptyPages(http);
        assertThat(installation.log()).doesNotContain("SEVERE").doesNotContain("Exception");
    }

    private static void setsACodeBeforeAnythingElse(Http http) throws SQLException {
        for (var path : List.of("/", "/organization/agencies.xhtml", "/completion/tasks.xhtml", "/api/quiz/answer")) {
            assertThat(http.getOnly(path).header("Location")).as(path).endsWith("/identity/security.xhtml");
        }
        var keys = http.get("/audit/keys.xhtml");
        assertThat(keys.status()).isEqualTo(200);
        assertThat(keys.body()).as("as everybody sees it").doesNotContain("name=\"act\"", "quan.tri");
        var key = logKey();
        http.post("/audit/keys.xhtml", Map.of("act", "renew", "key", key, "password", PASSWORD));
        assertThat(logKey()).isEqualTo(key);
        assertThat(http.get("/organization/agencies.xhtml").body())
                .contains("Vai trò của Anh/Chị phải dùng mã xác nhận");

        var form = http.get("/identity/security.xhtml?act=begin");
        var secret = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<").matcher(form.body());
        assertThat(secret.find()).isTrue();
        http.submit(
                form,
                "set",
                "submit",
                Map.of("password", PASSWORD, "one-time-code", Authenticator.code(secret.group(1))));

        assertThat(http.get("/organization/agencies.xhtml").path()).isEqualTo("/organization/agencies.xhtml");
        assertThat(http.get("/audit/keys.xhtml").body()).contains("name=\"act\"");
    }

    private static String logKey() throws SQLException {
        try (var connection = installation.database();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from signing_key where current_for = 'LOG'")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void everyRoleOpensEmptyPages(Http http) throws SQLException {
        try (var connection = installation.database();
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
}
