package vn.camket.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.camket.pledge.RecordTarget;

/**
 * Bytes that somebody has sent to break a reader: a corpus of files that once did, and the same random changes of honest
 * files in every run.
 */
class HostileBytesTest {
    private static final int CHANGED_FILES = 1500;
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final List<String> TOKENS = List.of(
            "<<",
            ">>",
            "[",
            "]",
            "(",
            ")",
            "<",
            ">",
            "/",
            "%",
            "0 R",
            "obj",
            "endobj",
            "stream",
            "endstream",
            "xref",
            "trailer",
            "startxref",
            "%%EOF",
            "/Contents ",
            "/ByteRange[0 1 2 3]",
            "/Length 99999999",
            "-1",
            "2147483648",
            "\\u",
            "{\"",
            "\":",
            "null",
            "\u0000");

    @Test
    void takesTheHonestOnes() {
        assertThat(SignedCopyTarget.check(SignedCopyTarget.honest()).refusal()).isEmpty();
        RecordTarget.read(RecordTarget.honest());
    }

    @Test
    void readsOrRefusesEveryRecordOfTheCorpus() throws IOException {
        corpus("record", RecordTarget::read);
    }

    @Test
    void endsWithAReportForEveryChangedSignature() {
        changed(SignedCopyTarget.honest(), SignedCopyTarget::check);
    }

    @Test
    void readsOrRefusesEveryChangedRecord() {
        changed(RecordTarget.honest(), RecordTarget::read);
    }

    private static void corpus(String name, Consumer<byte[]> target) throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/vn/camket/hostile", name))) {
            for (var file : files.sorted().toList()) {
                inTime(Files.readAllBytes(file), target);
            }
        }
    }

    private static void changed(byte[] honest, Consumer<byte[]> target) {
        var random = new Random(20_261_124);
        for (var count = 0; count < CHANGED_FILES; count++) {
            inTime(change(honest, random), target);
        }
    }

    private static byte[] change(byte[] honest, Random random) {
        var bytes = honest.clone();
        for (var changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 1; changes--) {
            var at = random.nextInt(bytes.length);
            var token = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.ISO_8859_1);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> System.arraycopy(token, 0, bytes, at, Math.min(token.length, bytes.length - at));
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                case 3 ->
                    bytes = Attacks.joined(
                            Arrays.copyOf(bytes, at),
                            Attacks.joined(token, Arrays.copyOfRange(bytes, at, bytes.length)));
                default -> {
                    var length = Math.min(bytes.length - at, 1 + random.nextInt(40));
                    System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
                }
            }
        }
        return bytes;
    }

    private static void inTime(byte[] bytes, Consumer<byte[]> target) {
        var processor = ManagementFactory.getThreadMXBean();
        var from = processor.getCurrentThreadCpuTime();
        target.accept(bytes);
        assertThat(Duration.ofNanos(processor.getCurrentThreadCpuTime() - from))
                .as("time of the processor")
                .isLessThan(LONGEST);
    }
}
