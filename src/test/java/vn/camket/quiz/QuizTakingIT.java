package vn.camket.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.camket.testing.Application;
import vn.camket.testing.Http;
import vn.camket.testing.Person;

class QuizTakingIT {
    private static final Person PERSON = Person.TRAINER;
    private static final String ANSWER = "/api/quiz/answer";

    @Test
    void keepsTheAnswerOfTheHighestSequence() {
        var attempt = SampleAttempt.of(PERSON, 600);
        var http = Http.as(PERSON);

        assertThat(http.postJson(ANSWER, attempt.answer(1, 2, 200)).status()).isEqualTo(200);
        var older = http.postJson(ANSWER, attempt.answer(1, 1, 100));

        assertThat(older.status()).isEqualTo(200);
        assertThat(older.body()).contains("\"sequence\":200").contains("\"answered\":1");
        assertThat(attempt.saved(1)).isEqualTo("2");
    }

    @Test
    void savesManyAnswersAtOnceOneAfterAnother() {
        var attempt = SampleAttempt.of(PERSON, 600);
        var http = Http.as(PERSON);

        var answers = IntStream.rangeClosed(1, 60)
                .mapToObj(turn -> CompletableFuture.supplyAsync(
                        () -> http.postJson(ANSWER, attempt.answer(1 + turn % 2, 1 + turn % 2, 100 + turn / 2))))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).toList())
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(attempt.saved(1)).isEqualTo("1");
        assertThat(attempt.saved(2)).isEqualTo("2");
    }

    @Test
    void asksForJsonWithTheFieldsOfAnAnswer() {
        var http = Http.as(PERSON);
        for (var body : List.of(
                "", "{", "[]", "{\"attempt\":/}", "{\"attempt\":1}", "{\"attempt\":null}", "{\"slot\":\"x\"}")) {
            for (var address : List.of(ANSWER, "/api/training/progress", "/api/identity/sign-in")) {
                assertThat(http.postJson(address, body).status())
                        .as(address + " " + body)
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void hidesAttemptsOfOthers() {
        var attempt = SampleAttempt.of(PERSON, 600);
        var stranger = Http.as(Person.LEARNER);

        assertThat(stranger.get("/quiz/attempt.xhtml?attempt=" + attempt.id()).status())
                .isEqualTo(404);
        assertThat(stranger.get("/quiz/result.xhtml?attempt=" + attempt.id()).status())
                .isEqualTo(404);
        assertThat(stranger.postJson(ANSWER, attempt.answer(1, 1, 100)).status())
                .isEqualTo(404);
        assertThat(stranger.post("/quiz/review.xhtml", Map.of("attempt", "" + attempt.id()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusesAnswersMoreThanTenSecondsAfterTheDeadline() {
        var http = Http.as(PERSON);
        var late = SampleAttempt.of(PERSON, -15);
        var inTime = SampleAttempt.of(PERSON, -2);

        var refused = http.postJson(ANSWER, late.answer(1, 1, 100));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("ATTEMPT_ENDED");
        assertThat(http.postJson(ANSWER, inTime.answer(1, 1, 100)).status()).isEqualTo(200);
    }

    @Test
    void acknowledgesAnAnswerAgainThatItHasAlready() {
        var attempt = SampleAttempt.of(PERSON, 600);
        var http = Http.as(PERSON);
        http.postJson(ANSWER, attempt.answer(1, 1, 100));
        http.post("/quiz/review.xhtml", Map.of("attempt", "" + attempt.id()));

        assertThat(http.postJson(ANSWER, attempt.answer(1, 1, 100)).status()).isEqualTo(200);
        assertThat(http.postJson(ANSWER, attempt.answer(1, 2, 101)).status()).isEqualTo(409);
    }

    @Test
    void submitsOnceHoweverOftenItIsAsked() {
        var attempt = SampleAttempt.of(PERSON, 600);
        var http = Http.as(PERSON);

        var answers = IntStream.range(0, 4)
                .mapToObj(time -> CompletableFuture.supplyAsync(
                        () -> http.post("/quiz/review.xhtml", Map.of("attempt", "" + attempt.id()))))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).toList())
                .allSatisfy(answer -> assertThat(answer.path()).startsWith("/quiz/result.xhtml?attempt="));
        assertThat(Application.database()
                        .number("select score from attempt where id = ? and submitted_by = 'PERSON'", attempt.id()))
                .isZero();
    }

    @Test
    void submitsAnOverdueAttemptWithWhatIsSavedAtTheNextLook() {
        var attempt = SampleAttempt.of(PERSON, -60);

        var page = Http.as(PERSON).get("/quiz/attempt.xhtml?attempt=" + attempt.id());

        assertThat(page.path()).startsWith("/quiz/result.xhtml");
        assertThat(Application.database().text("select submitted_by from attempt where id = ?", attempt.id()))
                .isEqualTo("DEADLINE");
    }

    @Test
    void sendsNoKeyToTheBrowserBeforeSubmission() {
        var attempt = SampleAttempt.of(PERSON, 600);

        var page = Http.as(PERSON)
                .get("/quiz/attempt.xhtml?attempt=" + attempt.id() + "&slot=1")
                .body();

        var explanation = Application.database()
                .text(
                        "select v.explanation from question_version v join attempt_slot s on s.question_version_id = v.id"
                                + " where s.attempt_id = ? and s.slot = 1",
                        attempt.id());
        assertThat(page).doesNotContain(explanation).doesNotContain("correct");
    }

    @Test
    void letsOnlyTrainersWrite() {
        assertThat(Http.as(Person.LEARNER).get("/quiz/write/papers.xhtml").status())
                .isEqualTo(403);
        assertThat(Http.as(Person.TRAINER)
                        .get("/quiz/write/paper.xhtml?module=999999")
                        .status())
                .isEqualTo(404);
    }
}
