package vn.camket.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.camket.testing.Application;
import vn.camket.testing.Http;
import vn.camket.testing.Patience;
import vn.camket.testing.Person;

/** Heads leave for the folder that the tests' application is told, and a witness holds the ledger to them. */
class AnchoringIT {
    private static final String PAGE = "/audit/ledger.xhtml";

    private final Http keeper = Http.as(Person.SYSTEM_ADMINISTRATOR);

    @TempDir
    Path folder;

    @Test
    void theKeeperSendsTheHeadNow() {
        keeper.submit(keeper.get(PAGE), "anchor", "send", Map.of());

        Patience.until("the head has arrived", () -> keeper.get(PAGE).body().contains("Đã tới"));
        assertThat(keeper.get(PAGE).body()).contains(Application.anchorFolder().toString());
        assertThat(Application.anchorFolder()).isNotEmptyDirectory();
        assertThat(Http.as(Person.HEAD).get(PAGE).status()).isEqualTo(403);
        assertThat(Http.anonymous().getOnly("/api/log/anchor/1/token").status()).isEqualTo(403);
        assertThat(keeper.getOnly("/api/log/anchor/999999/token").status()).isEqualTo(404);
    }

    @Test
    void aWitnessFollowsTheLedgerAndTellsWhenItIsAnother() throws Exception {
        var kept = folder.resolve("head.json");

        var first = witness(kept);
        var second = witness(kept);
        var honest = Files.readString(kept);
        Files.writeString(kept, honest.replaceFirst("\"root\": \"[0-9a-f]{8}", "\"root\": \"00000000"));
        var changed = witness(kept);
        Files.writeString(kept, honest.replaceFirst("\"tree_size\": ", "\"tree_size\": 9"));
        var shrunk = witness(kept);
        Files.writeString(kept, honest.replaceFirst("\"origin\": \"", "\"origin\": \"x"));
        var other = witness(kept);

        assertThat(first).startsWith("0 ok");
        assertThat(second).startsWith("0 ok");
        assertThat(changed).startsWith("1 ALARM").contains("were changed");
        assertThat(shrunk).startsWith("1 ALARM").contains("has shrunk");
        assertThat(other).startsWith("1 ALARM").contains("another ledger");
    }

    /** Exit code and what was printed. */
    private static String witness(Path kept) throws IOException, InterruptedException {
        var process = new ProcessBuilder("python3", "src/doc/witness.py", Application.url(), kept.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }
}
