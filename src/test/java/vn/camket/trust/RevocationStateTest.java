package vn.camket.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What two sources say of one certificate, in every combination. */
class RevocationStateTest {
    private static final Instant EARLY = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-11-20T00:00:00Z");

    private static final RevocationState UNKNOWN = new RevocationState.Unknown("no CRL");
    private static final RevocationState GOOD_EARLY = new RevocationState.Good("CRL", EARLY);
    private static final RevocationState GOOD_LATE = new RevocationState.Good("OCSP", LATE);
    private static final RevocationState REVOKED_EARLY = new RevocationState.Revoked("CRL", EARLY, EARLY, false);
    private static final RevocationState REVOKED_LATE = new RevocationState.Revoked("OCSP", EARLY, LATE, false);
    private static final RevocationState HELD_EARLY = new RevocationState.Revoked("CRL", EARLY, EARLY, true);
    private static final RevocationState HELD_LATE = new RevocationState.Revoked("OCSP", EARLY, LATE, true);

    @Test
    void revokedWinsWhoeverSaysItAndHoweverOldItIs() {
        for (var other : List.of(UNKNOWN, GOOD_EARLY, GOOD_LATE, HELD_EARLY, HELD_LATE)) {
            comesTo(REVOKED_EARLY, other, REVOKED_EARLY);
            comesTo(REVOKED_LATE, other, REVOKED_LATE);
        }
        assertThat(RevocationState.both(REVOKED_EARLY, REVOKED_LATE)).isInstanceOf(RevocationState.Revoked.class);
    }

    @Test
    void theYoungerOfTwoGoodAnswersCounts() {
        comesTo(GOOD_EARLY, GOOD_LATE, GOOD_LATE);
    }

    @Test
    void aSuspensionEndsOnlyByAYoungerGoodAnswer() {
        comesTo(HELD_EARLY, GOOD_LATE, GOOD_LATE);
        comesTo(HELD_LATE, GOOD_EARLY, HELD_LATE);
        comesTo(HELD_EARLY, GOOD_EARLY, HELD_EARLY);
        comesTo(HELD_EARLY, HELD_LATE, HELD_LATE);
    }

    @Test
    void whoKnowsNothingHasNoSay() {
        for (var known : List.of(GOOD_EARLY, GOOD_LATE, HELD_EARLY)) {
            comesTo(UNKNOWN, known, known);
        }
        assertThat(RevocationState.both(UNKNOWN, new RevocationState.Unknown("no OCSP")))
                .isEqualTo(new RevocationState.Unknown("no CRL; no OCSP"));
    }

    private static void comesTo(RevocationState one, RevocationState other, RevocationState expected) {
        assertThat(RevocationState.both(one, other)).as(one + " and " + other).isEqualTo(expected);
        assertThat(RevocationState.both(other, one)).as(other + " and " + one).isEqualTo(expected);
    }
}
