package vn.camket.trust;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The check of a signed copy under bytes that grow by what they reach. */
class SignedCopyFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of(SignedCopyTarget.honest(), new byte[0]);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void endsWithAReport(byte[] addition) {
        SignedCopyTarget.check(addition);
    }
}
