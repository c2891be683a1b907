package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was acknowledged is still there when the process dies the next moment. */
class DurabilityIT {
    private static final Person PERSON = Person.LEARNER;

    @Test
    void keepsAnswersAndPlacesThroughAKill() {
        var http = Http.as(PERSON);
        var enrolment = Place.enrolment(PERSON);
        var step = Place.nextModule(enrolment);
        var place = "?enrolment=" + enrolment + "&step=" + step;
        var lesson = finishLessons(http, place);
        var begun = http.post("/quiz/start.xhtml", Map.of("enrolment", enrolment, "step", step));
        assertThat(begun.path()).startsWith("/quiz/attempt.xhtml?attempt=");
        var attempt = begun.path().replaceAll("\\D*(\\d+).*", "$1");
        var study = Application.database()
                .text("select id from study where enrolment_id = ? and step_id = ?", enrolment, step);

        for (var slot = 1; slot <= 3; slot++) {
            var saved = http.postJson(
                    "/api/quiz/answer",
                    "{\"attempt\":%s,\"slot\":%d,\"response\":[1],\"sequence\":%d}"
                            .formatted(attempt, slot, 1000 + slot));
            assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        }
        var kept = http.postJson(
                "/api/training/progress",
                "{\"study\":%s,\"lesson\":%s,\"sequence\":%d,\"position\":777,\"seconds\":33}"
                        .formatted(study, lesson, Long.MAX_VALUE / 4));
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        Application.killAndStart();

        var database = Application.database();
        assertThat(database.number(
                        "select count(*) from attempt_answer where attempt_id = ? and sequence > 1000", attempt))
                .isEqualTo(3);
        assertThat(database.number(
                        "select position from lesson_progress where study_id = ? and lesson_id = ?", study, lesson))
                .isEqualTo(777);
        assertThat(Http.as(PERSON)
                        .get("/quiz/attempt.xhtml?attempt=" + attempt + "&slot=3")
                        .body())
                .contains("checked=\"checked\"");
    }

    @Test
    void asksForSigningInAgainAfterARestart() {
        var http = Http.as(PERSON);

        Application.restart();

        var answer = http.getOnly("/completion/tasks.xhtml");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .contains("/identity/sign-in.xhtml?")
                .contains("return=");
        assertThat(http.postJson("/api/training/progress", "{}").status()).isEqualTo(401);
    }

    /** Goes through the lessons that are left. @return a lesson of the module */
    private static String finishLessons(Http http, String place) {
        var page = http.get("/training/lesson.xhtml" + place);
        var lesson = page.body().replaceAll("(?s).*data-lesson=\"(\\d+)\".*", "$1");
        for (var turns = 0; turns < 30 && page.body().contains("id=\"reading\""); turns++) {
            page = http.submit(page, "reading", "reading:done", Map.of());
        }
        return lesson;
    }
}
