package vn.camket.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Person;

/** Wrong passwords and links that are no longer good. */
class SigningInIT {
    private static final String PASSWORD = "lai-chau-2026";
    private static final String WRONG = "Tên đăng nhập hoặc mật khẩu không đúng";

    private final Database database = Application.database();

    @Test
    void makesWhoeverGuessesWaitLongerEachTime() {
        var user = user(3);
        var http = Http.anonymous();

        for (var guess = 1; guess <= 5; guess++) {
            assertThat(http.signIn(user, "guess-" + guess).body()).contains(WRONG);
        }
        var blocked = http.signIn(user, PASSWORD);

        assertThat(blocked.path()).startsWith("/identity/sign-in.xhtml");
        assertThat(blocked.body()).contains("lang=\"vi\"").doesNotContain(WRONG).contains("1 phút");
        assertThat(http.getOnly("/completion/tasks.xhtml").status()).isEqualTo(302);
        assertThat(wait(user)).isEqualTo(Duration.ofSeconds(30));
        http.post("/identity/prefer", Map.of("language", "en"));
        assertThat(http.signIn(user, PASSWORD).body()).contains("lang=\"en\"", "minute");

        endWait(user);
        http.signIn(user, "guess-6");
        assertThat(wait(user)).isEqualTo(Duration.ofSeconds(60));
        endWait(user);
        assertThat(http.signIn(user, PASSWORD).path()).doesNotContain("sign-in");
        assertThat(database.number("select count(*) from sign_in_throttle where subject = ?", "n:" + user))
                .isZero();
    }

    @Test
    void letsOnePersonInOnThreeDevicesAtOnce() {
        var signIns = IntStream.range(0, 3)
                .mapToObj(device -> CompletableFuture.runAsync(() -> {
                    for (var time = 0; time < 6; time++) {
                        Http.as(Person.SUPERVISOR);
                    }
                }))
                .toList();

        assertThatCode(() -> signIns.forEach(CompletableFuture::join)).doesNotThrowAnyException();
    }

    @Test
    void tellsNobodyWhetherAnAccountIsThere() {
        var known = Http.anonymous().signIn(user(4), "wrong");
        var unknown = Http.anonymous().signIn("khong-co-ai", "wrong");
        var json = Http.anonymous()
                .postJson("/api/identity/sign-in", "{\"userName\":\"khong-co-ai\",\"password\":\"wrong\"}");

        assertThat(known.body()).contains(WRONG);
        assertThat(unknown.body()).contains(WRONG);
        assertThat(json.status()).isEqualTo(409);
        assertThat(json.body()).contains("WRONG_CREDENTIALS", WRONG);
    }

    @Test
    void letsNoDisabledAccountIn() {
        var user = user(5);
        var http = Http.anonymous();
        http.signIn(user, PASSWORD);
        assertThat(http.getOnly("/completion/tasks.xhtml").status()).isEqualTo(200);

        database.change("update account set disabled_at = ? where user_name = ?", Instant.now(), user);
        try {
            assertThat(http.getOnly("/completion/tasks.xhtml").status()).isEqualTo(302);
            assertThat(Http.anonymous().signIn(user, PASSWORD).body()).contains(WRONG);
        } finally {
            database.change("update account set disabled_at = null where user_name = ?", user);
        }
    }

    @Test
    void takesALinkOnceAndNotAfterItsDay() {
        var user = user(6);
        var account = database.text("select id from account where user_name = ?", user);
        var hash = database.text("select password_hash from account where id = ?", account);
        link("good", account, Instant.now().plusSeconds(600));
        link("late", account, Instant.now().minusSeconds(1));
        try {
            var late = Http.anonymous().get("/identity/activate.xhtml?secret=late");
            assertThat(late.body()).doesNotContain("activate:wished").doesNotContain(user);
            var form = Http.anonymous().get("/identity/activate.xhtml?secret=good");
            var wished = Map.of("activate:wished", "mot-mat-khau-dai-2026", "activate:again", "mot-mat-khau-dai-2026");

            var first = Http.anonymous().submit(form, "activate", "activate:submit", wished);
            var second = Http.anonymous().submit(form, "activate", "activate:submit", wished);

            assertThat(first.path()).startsWith("/identity/sign-in.xhtml");
            assertThat(second.path()).doesNotStartWith("/identity/sign-in.xhtml");
            assertThat(second.body()).contains("lang=\"vi\"");
            assertThat(database.number(
                            "select count(*) from audit_entry where act = 'ACCOUNT_ACTIVATED' and object_id = ?",
                            account))
                    .isEqualTo(1);
            assertThat(Http.anonymous()
                            .get("/identity/activate.xhtml?secret=good")
                            .body())
                    .doesNotContain("activate:wished");
        } finally {
            database.change("update account set password_hash = ? where id = ?", hash, account);
        }
    }

    private void link(String secret, String account, Instant until) {
        database.change(
                "insert into one_time_link (secret_sha256, purpose, account_id, created_at, expires_at) values (?, 'ACTIVATION', ?, ?, ?)",
                sha256(secret),
                account,
                Instant.now().minusSeconds(3600),
                until);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Duration wait(String user) {
        var row = database.rows("select last_at, blocked_until from sign_in_throttle where subject = ?", "n:" + user)
                .get(0);
        return Duration.between((LocalDateTime) row.get("last_at"), (LocalDateTime) row.get("blocked_until"));
    }

    private void endWait(String user) {
        database.change(
                "update sign_in_throttle set blocked_until = ? where subject = ?",
                Clock.systemUTC().instant().minusSeconds(1),
                "n:" + user);
    }

    /** A head of some agency whom no other test uses. */
    private String user(int index) {
        return database.texts("select user_name from account where user_name like 'lc%' order by user_name desc")
                .get(index);
    }
}
