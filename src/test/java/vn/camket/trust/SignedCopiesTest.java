package vn.camket.trust;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.camket.platform.Refusal;

@Timeout(30)
class SignedCopiesTest {
    @Test
    void asksToComeAgainWhereNoPlaceIsFree() {
        var copies = new SignedCopies();
        copies.patience = Duration.ZERO;
        copies.places.drainPermits();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> copies.check(
                        SampleCheck.ISSUED, SampleCheck.ISSUED, numbers -> PersonMatch.UNKNOWN, SampleCheck.NOW))
                .matches(refusal -> refusal.reason() == TrustRefusal.BUSY);
    }
}
