package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every answer carries, and what is closed to the outside. */
class HeadersIT {
    private static final String SIGN_IN = "/identity/sign-in.xhtml";

    @Test
    void pagesCarryAContentPolicyWithoutInlineScript() {
        var policy = Http.anonymous().get(SIGN_IN).header("Content-Security-Policy");

        assertThat(policy)
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'self'", "script-src 'self'");
        assertThat(policy.replaceAll("style-src[^;]*", ""))
                .doesNotContain("unsafe-inline")
                .doesNotContain("unsafe-eval");
    }

    @Test
    void everyAnswerForbidsGuessingAndLeaking() {
        for (var path : List.of(SIGN_IN, "/assets/app.css", "/health/live", "/verify/nothing")) {
            var answer = Http.anonymous().getOnly(path);

            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(path).isIn("no-referrer", "same-origin");
            assertThat(answer.header("Content-Security-Policy")).as(path).isNotEmpty();
            assertThat(answer.header("Server")).as(path).isEmpty();
            assertThat(answer.header("X-Powered-By")).as(path).isEmpty();
        }
    }

    @Test
    void answersAreNotStoredAndAssetsAre() {
        assertThat(Http.as(Person.LEARNER).get("/completion/tasks.xhtml").header("Cache-Control"))
                .contains("no-store");
        assertThat(Http.anonymous().get("/assets/app.css").header("Cache-Control"))
                .contains("immutable");
    }

    @Test
    void cookiesAreOutOfReachForScriptsAndOtherSites() {
        var http = Http.anonymous();
        var page = http.get(SIGN_IN);

        var answer = http.send(
                "POST",
                SIGN_IN,
                BodyPublishers.ofString(http.filledIn(
                        page,
                        "signIn",
                        "signIn:submit",
                        Map.of(
                                "signIn:userName", Person.LEARNER.userName(),
                                "signIn:password", Person.LEARNER.password()))),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));

        var cookies = answer.headers().allValues("Set-Cookie");
        assertThat(cookies).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie).containsIgnoringCase("HttpOnly");
            assertThat(cookie).containsIgnoringCase("SameSite=Strict");
        });
    }

    @Test
    void signingInChangesTheSession() {
        var http = Http.anonymous();
        http.get(SIGN_IN);
        var before = cookie(http, "camket");

        http.signIn(Person.LEARNER.userName(), Person.LEARNER.password());

        assertThat(cookie(http, "camket")).isNotEqualTo(before);
        assertThat(cookie(http, "camket-binding")).hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void theSessionIdAloneIsWorthNothing() {
        var http = Http.as(Person.LEARNER);

        var answer = Http.anonymous()
                .send(
                        "GET",
                        "/completion/tasks.xhtml",
                        BodyPublishers.noBody(),
                        Map.of("Cookie", "camket=" + cookie(http, "camket")));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).contains(SIGN_IN);
    }

    @Test
    void theSessionIdNeverRidesInAnAddress() {
        var http = Http.anonymous();

        var answer = http.send("GET", "/", BodyPublishers.noBody(), Map.of());

        assertThat(answer.header("Location")).doesNotContain("jsessionid").doesNotContain(";camket");
        assertThat(http.get(SIGN_IN).body()).doesNotContain("jsessionid").doesNotContain(";camket");
    }

    @Test
    void traceIsRefused() {
        var answer = Http.anonymous().send("TRACE", SIGN_IN, BodyPublishers.noBody(), Map.of());

        assertThat(answer.status()).isEqualTo(405);
    }

    @Test
    void aPostFromAnotherSiteIsRefused() {
        var http = Http.as(Person.LEARNER);

        for (var headers : List.of(
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site", "Origin", "http://elsewhere.example"))) {
            var answer = http.send("POST", "/identity/sign-out", BodyPublishers.noBody(), headers);
            assertThat(answer.status()).isEqualTo(403);
        }
        assertThat(http.getOnly("/completion/tasks.xhtml").status()).isEqualTo(200);
    }

    @Test
    void savesWithoutASessionAreToldSo() {
        assertThat(Http.anonymous().postJson("/api/quiz/answer", "{}").status()).isEqualTo(401);
        assertThat(Http.anonymous().postJson("/api/training/progress", "{}").status())
                .isEqualTo(401);
    }

    @Test
    void theServersOwnAddressesAreClosed() {
        for (var path :
                List.of("/metrics", "/openapi", "/openapi/", "/health", "/internal-health", "/jwt", "/h2-console")) {
            var answer = Http.anonymous().getOnly(path);
            var body = answer.body();

            assertThat(body)
                    .as(path)
                    .doesNotContain("# TYPE")
                    .doesNotContain("\"openapi\"")
                    .doesNotContain("\"checks\"");
            assertThat(answer.status()).as(path).isNotEqualTo(200);
        }
    }

    @Test
    void healthTellsOnlyUpOrDown() {
        for (var path : List.of("/health/live", "/health/ready")) {
            var answer = Http.anonymous().getOnly(path);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().strip()).isEqualTo("UP");
        }
    }

    @Test
    void foldersAndInnerFilesAreNotShown() {
        for (var path : List.of(
                "/assets/",
                "/WEB-INF/web.xml",
                "/WEB-INF/templates/plain.xhtml",
                "/META-INF/MANIFEST.MF",
                "/..%2f..%2fetc/passwd")) {
            var answer = Http.as(Person.LEARNER).getOnly(path);

            assertThat(answer.status()).as(path).isIn(400, 403, 404);
        }
    }

    private static String cookie(Http http, String name) {
        return http.cookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}
