package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Patience;
import vn.camket.testing.Signer;

/**
 * Several people sign while the process dies, once or {@code -Dkill.rounds} times. What dies is the application, or what
 * {@code -Dkill.command} kills and starts again, such as a database server.
 */
class KilledSigningIT {
    private static final int SIGNERS = 6;

    @TempDir
    Path folder;

    private final Database database = Application.database();

    /** @param form what is sent; sent again it has to give the same receipt or the first one */
    private record Act(Signer signer, Map<String, String> form) {}

    @Test
    void everyReceiptThatWasShownExistsAndVerifies() throws Exception {
        VerifyScript.assumeItRuns();
        var receipts = new LinkedHashMap<String, Act>();
        for (var round = 0; round < Integer.getInteger("kill.rounds", 1); round++) {
            var acts = acts();
            var shown = signAndKill(acts);

            shown.forEach((act, code) -> assertThat(code(again(act))).isEqualTo(code));
            for (var act : acts) {
                receipts.put(code(again(act)), act);
            }
        }

        assertThat(receipts).hasSize(Integer.getInteger("kill.rounds", 1) * SIGNERS);
        Patience.until("nothing waits for its leaf", () -> database.number("select count(*) from log_queue") == 0);
        for (var receipt : receipts.entrySet()) {
            verify(receipt.getKey(), receipt.getValue().signer().http());
        }
        Application.newFaults();
    }

    private static List<Act> acts() {
        var acts = new ArrayList<Act>();
        for (var place = 0; place < SIGNERS; place++) {
            var signer = Signer.fresh();
            acts.add(new Act(
                    signer,
                    Map.of(
                            "key",
                            UUID.randomUUID().toString(),
                            "words",
                            Signer.words(signer.http(), signer.at("/pledge/sign.xhtml")))));
        }
        return acts;
    }

    /** @return the receipts that were shown before the end */
    private static Map<Act, String> signAndKill(List<Act> acts) throws IOException, InterruptedException {
        var shown = new ConcurrentHashMap<Act, String>();
        var enough = new CountDownLatch(2);
        var pool = Executors.newFixedThreadPool(SIGNERS);
        for (var act : acts) {
            pool.execute(() -> {
                try {
                    var answer = act.signer().sign(act.form());
                    if (answer.path().startsWith("/pledge/receipt.xhtml?code=")) {
                        shown.put(act, code(answer));
                        enough.countDown();
                    }
                } catch (UncheckedIOException killed) {
                    // what became of this one is seen when it is sent again
                }
            });
        }
        assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
        kill();
        pool.shutdown();
        assertThat(pool.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        return shown;
    }

    private static void kill() throws IOException, InterruptedException {
        var command = System.getProperty("kill.command");
        if (command == null) {
            Application.killAndStart();
        } else {
            assertThat(new ProcessBuilder("sh", "-c", command)
                            .inheritIO()
                            .start()
                            .waitFor())
                    .isZero();
            Patience.until(
                    "the database is back",
                    () -> Http.anonymous().get("/health/ready").status() == 200);
        }
    }

    private static Http.Answer again(Act act) {
        act.signer().http().signIn(act.signer().userName(), Signer.PASSWORD);
        return act.signer().sign(act.form());
    }

    private static String code(Http.Answer answer) {
        assertThat(answer.path()).as(answer.body()).startsWith("/pledge/receipt.xhtml?code=");
        return answer.path().replaceFirst(".*code=", "");
    }

    /** One signature, met step and leaf each, with a proof that leads to a signed head. */
    private void verify(String code, Http signer) throws IOException, InterruptedException {
        assertThat(database.number(
                        """
                        select count(*) from signature g
                        join ledger_entry e on e.id = g.ledger_entry_id
                        join log_leaf l on l.entry_id = e.id and l.leaf_hash = e.leaf_hash
                        join step_result r on r.enrolment_id = g.enrolment_id and r.step_id = g.step_id
                        where g.lookup_code = ?
                        """,
                        code))
                .as(code)
                .isEqualTo(1);
        assertThat(VerifyScript.run(
                        folder, signer.get("/pledge/evidence/" + code).bytes()))
                .as(code)
                .contains("ok     the way leads from the leaf")
                .doesNotContain("FAILED");
    }
}
