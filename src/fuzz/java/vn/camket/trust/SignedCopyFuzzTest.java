package vn.camket.trust;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Looks for bytes behind an issued file that break its check, or that it accepts though they say something else. */
class SignedCopyFuzzTest {
    static Stream<Arguments> seeds() {
        return Stream.of(Arguments.of((Object) SignedCopyTarget.honest()));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void comesToAReport(byte[] addition) {
        SignedCopyTarget.check(addition == null ? new byte[0] : addition);
    }
}
