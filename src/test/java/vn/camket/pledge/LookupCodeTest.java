package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LookupCodeTest {
    @Test
    void writesAHundredAndTwentyEightBitsInTwentySixDigits() {
        var ones = new byte[16];
        java.util.Arrays.fill(ones, (byte) 0xFF);

        assertThat(LookupCode.of(new byte[16]).value()).isEqualTo("00000000000000000000000000");
        assertThat(LookupCode.of(ones).value()).isEqualTo("7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
        assertThat(Samples.CODE.value()).isEqualTo("00041061050R3GG28A1C60T3GF");
    }

    @Test
    void readsWhatPeopleType() {
        var code = Samples.CODE;

        assertThat(LookupCode.typed(code.grouped())).contains(code);
        assertThat(LookupCode.typed(" " + code.value().toLowerCase(Locale.ROOT) + " "))
                .contains(code);
        assertThat(LookupCode.typed("ooo4l-o6i05-0r3gg 28a1c–60t3gf")).contains(code);
    }

    @Test
    void readsNothingIntoOtherText() {
        assertThat(LookupCode.typed("")).isEmpty();
        assertThat(LookupCode.typed("00041061050R3GG28A1C60T3G")).isEmpty();
        assertThat(LookupCode.typed("00041061050R3GG28A1C60T3GU")).isEmpty();
        assertThat(LookupCode.typed("80041061050R3GG28A1C60T3GF")).isEmpty();
        assertThat(LookupCode.typed("' or '1'='1")).isEmpty();
        assertThatThrownBy(() -> new LookupCode("abc")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void groupsForReading() {
        assertThat(Samples.CODE.grouped()).isEqualTo("00041-06105-0R3GG-28A1C-60T3GF");
    }

    @Test
    void neverGivesTheSameTwice() {
        var seen = new HashSet<LookupCode>();

        for (var time = 0; time < 10_000; time++) {
            assertThat(seen.add(LookupCode.random())).isTrue();
        }
    }
}
