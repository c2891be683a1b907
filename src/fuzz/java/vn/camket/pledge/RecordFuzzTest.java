package vn.camket.pledge;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The readers of records under bytes that grow by what they reach. */
class RecordFuzzTest {
    static Stream<byte[]> seeds() throws IOException {
        try (var corpus = Files.list(Path.of("src/test/resources/vn/camket/hostile/record"))) {
            return Stream.concat(Stream.of(RecordTarget.honest()), corpus.map(RecordFuzzTest::bytes)).toList().stream();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void readsOrRefuses(byte[] record) {
        RecordTarget.read(record);
    }
}
