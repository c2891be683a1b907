package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A database server that goes away and comes back under the running application. Only where there is a server: the
 * embedded database cannot go without the application.
 */
class OutageIT {
    @BeforeEach
    void onAServer() {
        assumeTrue(Application.onMySql(), "the embedded database never goes away");
    }

    @AfterEach
    void again() {
        if (Application.onMySql()) {
            Application.wire().cut();
            Application.wire().join();
            Patience.until(
                    "it is ready again",
                    () -> Http.anonymous().get("/health/ready").status() == 200);
        }
    }

    @Test
    void saysSoAndLosesNothing() {
        var http = Http.as(Person.LEARNER);
        var save = progress(http);
        assertThat(http.postJson("/api/training/progress", save.formatted(5, 111))
                        .status())
                .isEqualTo(200);
        var code = Application.database().text("select min(lookup_code) from signature");
        Application.newFaults();

        Application.wire().cut();

        assertThat(Http.anonymous().get("/health/ready").status()).isEqualTo(503);
        assertThat(Http.anonymous().get("/health/live").status()).isEqualTo(200);
        var page = http.get("/completion/tasks.xhtml");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isNotEmpty();
        assertThat(page.title()).startsWith("Dữ liệu tạm thời chưa truy cập được");
        assertThat(page.body()).contains("lang=\"vi\"", "app.css", "Thử lại");
        assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
        var refused = http.postJson("/api/training/progress", save.formatted(6, 222));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Content-Type")).startsWith("application/json");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(refused.body()).contains("UNAVAILABLE");
        assertThat(Http.anonymous().get("/identity/sign-in.xhtml").status()).isEqualTo(200);
        assertThat(Http.anonymous().signIn("hocvien", "lai-chau-2026").status()).isEqualTo(503);
        assertThat(Http.anonymous().get("/pledge/verify.xhtml?code=" + code).status())
                .isEqualTo(503);

        Application.wire().join();

        Patience.until(
                "pages are there again",
                () -> http.get("/completion/tasks.xhtml").status() == 200);
        assertThat(Http.anonymous().get("/health/ready").status()).isEqualTo(200);
        assertThat(http.postJson("/api/training/progress", save.formatted(6, 222))
                        .status())
                .isEqualTo(200);
        assertThat(Application.newFaults()).noneMatch(fault -> fault.contains(": Fault "));
        assertThat(Application.database()
                        .number("select max(position) from lesson_progress where sequence = ?", base() + 6))
                .isEqualTo(222);
    }

    /** A save of the learner's place, with room for its sequence and position. */
    private static String progress(Http http) {
        var enrolment = Place.enrolment(Person.LEARNER);
        var step = Place.nextModule(enrolment);
        var page = http.get("/training/lesson.xhtml?enrolment=" + enrolment + "&step=" + step);
        assertThat(page.status()).isEqualTo(200);
        var lesson = page.body().replaceAll("(?s).*data-lesson=\"(\\d+)\".*", "$1");
        var study = page.body().replaceAll("(?s).*data-study=\"(\\d+)\".*", "$1");
        return "{\"study\":" + study + ",\"lesson\":" + lesson + ",\"sequence\":" + base() / 10
                + "%d,\"position\":%d,\"seconds\":1}";
    }

    private static long base() {
        return 90_000_000_000_000L;
    }
}
