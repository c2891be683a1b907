package vn.camket.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyEndsTest {
    private static final Instant AT = Instant.parse("2026-11-24T01:00:00Z");

    private final KeyEnds ends = new KeyEnds();

    private void learn(String act, long leaf) {
        ends.learn(
                leaf,
                CanonicalRecord.of(Map.of("kind", "KEY", "act", act, "key", "k", "at", "2026-11-24T01:00:00.000Z")));
    }

    @Test
    void aKeyEndsWhereItIsRetiredOrLeaked() {
        learn("RETIRED", 5);

        assertThat(ends.isHeadTooLate("k", 5)).isFalse();
        assertThat(ends.isHeadTooLate("k", 6)).isTrue();
        assertThat(ends.isReceiptTooLate("k", AT.plusSeconds(121))).isTrue();
    }

    @Test
    void aKeyGoesOnUnderTheCertificateOfAnotherAuthority() {
        learn("MADE", 4);
        learn("CERTIFIED", 5);

        assertThat(ends.isHeadTooLate("k", 6)).isFalse();
        assertThat(ends.isReceiptTooLate("k", AT.plusSeconds(1000))).isFalse();
    }
}
