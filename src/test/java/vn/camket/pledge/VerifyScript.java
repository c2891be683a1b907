package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The script of src/doc with which strangers check files, with OpenSSL and Python only. */
final class VerifyScript {
    private VerifyScript() {}

    static void assumeItRuns() {
        assumeTrue(Evidence.isInstalled("python3") && Evidence.isInstalled("openssl"), "python3 or openssl is missing");
    }

    /** @param folder where the file may be laid. @return what it says, and its exit code says the same */
    static String run(Path folder, byte[] file, String... fingerprints) throws IOException, InterruptedException {
        var path = Files.write(folder.resolve("file"), file);
        var command = new ArrayList<>(List.of("python3", "src/doc/verify.py", path.toString()));
        command.addAll(Arrays.asList(fingerprints));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue() == 0).as(said).isEqualTo(!said.contains("FAILED"));
        return said;
    }
}
