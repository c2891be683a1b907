package vn.camket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the SHA-1 rows: eight digits, of which the last six are ours. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void givesTheCodesOfTheStandard(long second, String eightDigits) {
        var step = Totp.step(Instant.ofEpochSecond(second));

        assertThat("%08d".formatted(Totp.truncated(SECRET, step) % 100_000_000)).isEqualTo(eightDigits);
        assertThat(Totp.code(SECRET, step)).isEqualTo(eightDigits.substring(2));
    }

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "9, 520489"})
    void givesTheCodesOfTheCounter(long counter, String code) {
        assertThat(Totp.code(SECRET, counter)).isEqualTo(code);
    }

    @Test
    void takesTheStepBeforeAndAfterAndNoOther() {
        var now = Instant.ofEpochSecond(1_234_567_890);
        var step = Totp.step(now);

        for (var off = -1; off <= 1; off++) {
            assertThat(Totp.step(SECRET, Totp.code(SECRET, step + off), now)).hasValue(step + off);
        }
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step - 2), now)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step + 2), now)).isEmpty();
    }

    @Test
    void readsBlanksBetweenTheDigitsAndNothingElse() {
        var now = Instant.ofEpochSecond(59);

        assertThat(Totp.step(SECRET, " 287 082 ", now)).hasValue(1);
        assertThat(Totp.step(SECRET, "", now)).isEmpty();
        assertThat(Totp.step(SECRET, "28708", now)).isEmpty();
        assertThat(Totp.step(SECRET, "2870820", now)).isEmpty();
        assertThat(Totp.step(SECRET, "mật khẩu", now)).isEmpty();
    }

    @Test
    void recoveryCodesComeFromTheirSeedAndReadLeniently() {
        var codes = RecoveryCodes.of(new byte[16]);

        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .isEqualTo(RecoveryCodes.of(new byte[16]))
                .allMatch(code -> code.matches("[A-Z2-7]{4}(-[A-Z2-7]{4}){3}"));
        var code = codes.get(0);
        assertThat(RecoveryCodes.hash(7, code.toLowerCase(java.util.Locale.ROOT).replace('-', ' ')))
                .isEqualTo(RecoveryCodes.hash(7, code))
                .isNotEqualTo(RecoveryCodes.hash(8, code));
    }
}
