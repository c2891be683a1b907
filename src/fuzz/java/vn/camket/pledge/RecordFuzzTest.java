package vn.camket.pledge;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Looks for bytes that break the readers of records. */
class RecordFuzzTest {
    static Stream<Arguments> seeds() {
        return Stream.of(Arguments.of((Object) RecordTarget.honest()));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "2m")
    void readsOrRefuses(byte[] record) {
        RecordTarget.read(record == null ? new byte[0] : record);
    }
}
