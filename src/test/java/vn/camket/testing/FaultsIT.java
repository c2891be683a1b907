package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How requests are answered that come to nothing: in form, in the reader's language, and quietly. */
class FaultsIT {
    private static final List<String> NOT_FOR_A_LEARNER = List.of(
            "/nowhere.xhtml",
            "/training/module.xhtml?enrolment=999999&step=1",
            "/quiz/attempt.xhtml?attempt=999999",
            "/campaign/campaigns.xhtml",
            "/report/people.xlsx",
            "/material/999999/x.pdf");

    @Test
    void anAnswerIsNoFaultInTheLog() {
        var http = Http.as(Person.LEARNER);
        var lines = Application.log().size();

        NOT_FOR_A_LEARNER.forEach(http::get);
        http.postJson("/api/training/progress", "{\"study\":999999,\"lesson\":1,\"sequence\":1}");

        assertThat(Application.log().subList(lines, Application.log().size()))
                .noneMatch(line ->
                        line.contains("SEVERE") || line.contains("threw exception") || line.contains("vn.camket"));
    }

    @Test
    void everyErrorPageHasOnePolicyAndItsNonce() {
        var http = Http.as(Person.LEARNER);

        for (var path : NOT_FOR_A_LEARNER) {
            var answer = http.get(path);

            assertThat(answer.status()).as(path).isIn(403, 404);
            looksLikeOurs(answer);
        }
    }

    @Test
    void aFaultWhileAPageIsMadeOrSentIsToldWithAReference() {
        var step = Participant.firstModule();
        var participant = Participant.whoHasNotBegun(step);
        var http = participant.http();
        var address = participant.in("/training/lesson.xhtml", step);
        var page = http.get(address);
        var lesson = page.body().replaceAll("(?s).*data-lesson=\"(\\d+)\".*", "$1");
        var kind = Application.database().text("select kind from lesson where id = ?", lesson);
        Application.database().change("update lesson set kind = 'NO_KIND' where id = ?", lesson);
        Application.newFaults();
        try {
            List<Supplier<Http.Answer>> requests =
                    List.of(() -> http.get(address), () -> http.submit(page, "reading", "reading:done", Map.of()));
            for (var request : requests) {
                var answer = request.get();
                assertThat(answer.status()).isEqualTo(500);
                assertThat(answer.title()).startsWith("Hệ thống gặp lỗi");
                looksLikeOurs(answer);
                var reference = answer.body().replaceAll("(?s).*class=\"ck-code\">([^<]+)<.*", "$1");
                assertThat(Application.newFaults()).singleElement().asString().contains("Fault " + reference);
            }
        } finally {
            Application.database().change("update lesson set kind = ? where id = ?", kind, lesson);
        }
    }

    private static void looksLikeOurs(Http.Answer answer) {
        var policies = answer.headers().allValues("Content-Security-Policy");
        assertThat(policies).hasSize(1);
        var nonce = policies.get(0).replaceAll(".*'nonce-([^']+)'.*", "$1");
        assertThat(answer.body())
                .contains("lang=\"vi\"", "/assets/app.css", "nonce=\"" + nonce + "\"")
                .doesNotContain("Exception:", "\tat ");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void scriptsAreToldInJson() {
        var http = Http.as(Person.LEARNER);
        var cases = Map.of(
                "/api/training/progress {\"study\":999999,\"lesson\":1,\"sequence\":1}", 404,
                "/api/training/progress {\"study\":", 400,
                "/api/training/progress null", 400,
                "/api/quiz/answer []", 400,
                "/api/quiz/answer {\"attempt\":\"x\"}", 400,
                "/api/identity/sign-in null", 400,
                "/api/nowhere {}", 404);
        Application.newFaults();

        cases.forEach((request, status) -> {
            var parts = request.split(" ", 2);
            var answer = http.postJson(parts[0], parts[1]);

            assertThat(answer.status()).as(request).isEqualTo(status);
            assertThat(answer.header("Content-Type")).as(request).isEqualTo("application/json;charset=UTF-8");
            assertThat(answer.body()).as(request).contains("\"reason\":\"", "\"message\":\"");
        });
        assertThat(Application.newFaults()).isEmpty();
    }

    @Test
    void theGateAnswersWithTheSameHeaders() {
        for (var answer : List.of(
                Http.anonymous().getOnly("/completion/tasks.xhtml"),
                Http.anonymous().postJson("/api/quiz/answer", "{}"))) {
            assertThat(answer.status()).isIn(302, 401);
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void whoeverOnlyLooksGetsNoSession() {
        for (var path : List.of(
                "/identity/sign-in.xhtml",
                "/pledge/verify.xhtml",
                "/pledge/verify.xhtml?code=AAAA-BBBB-CCCC-DDDD",
                "/identity/activate.xhtml?secret=none",
                "/health/ready")) {
            assertThat(Http.anonymous().getOnly(path).headers().allValues("Set-Cookie"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void tooMuchIsRefusedBeforeItIsRead() {
        var http = Http.as(Person.LEARNER);
        var much = "x".repeat(3_000_000);

        var form = http.send(
                "POST",
                "/pledge/mine.xhtml",
                BodyPublishers.ofString(much),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
        var save = http.postJson("/api/quiz/answer", "{\"attempt\":\"" + much + "\"}");
        var unannounced = http.send(
                "POST",
                "/pledge/mine.xhtml",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(much.getBytes(StandardCharsets.UTF_8))),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));

        assertThat(form.status()).isEqualTo(413);
        assertThat(form.title()).startsWith("Dữ liệu gửi lên quá lớn");
        looksLikeOurs(form);
        assertThat(unannounced.status()).isEqualTo(413);
        assertThat(save.status()).isEqualTo(413);
        assertThat(save.body()).contains("TOO_LARGE");
    }
}
