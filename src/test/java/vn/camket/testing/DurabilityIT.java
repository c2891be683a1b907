package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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

    /** Killed while several write evidence: whatever was handed out is in the ledger afterwards, and has its place. */
    @Test
    void keepsEveryActOfEvidenceThroughAKill() throws InterruptedException {
        var database = Application.database();
        var waiting =
                new ConcurrentLinkedQueue<>(database.texts("select s.lookup_code from signature s where not exists"
                        + " (select 1 from pledge_pdf p where p.signature_id = s.id) order by s.id limit 400"));
        var handedOut = new ConcurrentLinkedQueue<String>();
        var enough = new CountDownLatch(12);
        var http = Http.as(Person.PROVINCE_HEAD);
        var pool = Executors.newFixedThreadPool(4);
        for (var reader = 0; reader < 4; reader++) {
            pool.execute(() -> issue(http, waiting, handedOut, enough));
        }

        assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
        Application.killAndStart();
        pool.shutdown();

        assertThat(pool.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        for (var code : handedOut) {
            assertThat(database.number(
                            "select count(*) from pledge_pdf p join signature s on s.id = p.signature_id where s.lookup_code = ?",
                            code))
                    .as(code)
                    .isEqualTo(1);
        }
        Patience.until("nothing waits for its leaf", () -> database.number("select count(*) from log_queue") == 0);
        assertThat(database.number("select count(*) from ledger_entry where kind = 'PDF_ISSUED'"))
                .isEqualTo(database.number("select count(*) from pledge_pdf"));
        assertThat(database.number("select count(*) from ledger_entry e where not exists"
                        + " (select 1 from log_leaf l where l.entry_id = e.id and l.leaf_hash = e.leaf_hash)"))
                .isZero();
        assertThat(database.number("select max(leaf_index) + 1 - count(*) from log_leaf"))
                .isZero();
        assertThat(database.number("select max(leaf_index) + 1 from log_leaf"))
                .isEqualTo(database.number("select max(tree_size) from tree_head"));
        Application.newFaults();
    }

    private static void issue(
            Http http,
            ConcurrentLinkedQueue<String> waiting,
            ConcurrentLinkedQueue<String> handedOut,
            CountDownLatch enough) {
        try {
            for (var code = waiting.poll(); code != null; code = waiting.poll()) {
                if (!http.getOnly("/pledge/pdf/" + code).header("Content-Type").startsWith("application/pdf")) {
                    return;
                }
                handedOut.add(code);
                enough.countDown();
            }
        } catch (UncheckedIOException killed) {
            assertThat(enough.getCount()).isZero();
        }
    }

    @Test
    void keepsASignatureThroughAKill() {
        var database = Application.database();
        var signer = Signer.fresh();

        var signed = signer.sign(Map.of());
        assertThat(signed.path()).startsWith("/pledge/receipt.xhtml?code=");
        Application.killAndStart();

        assertThat(database.number(
                        "select count(*) from signature g join ledger_entry l on l.id = g.ledger_entry_id where g.enrolment_id = ?",
                        signer.enrolment()))
                .isEqualTo(1);
        assertThat(database.number(
                        "select count(*) from step_result where enrolment_id = ? and step_id = ?",
                        signer.enrolment(),
                        signer.step()))
                .isEqualTo(1);
        signer.http().signIn(signer.userName(), Signer.PASSWORD);
        assertThat(signer.http().get(signed.path()).status()).isEqualTo(200);
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
