package vn.camket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    @Test
    void doublesTheWaitUpToFifteenMinutes() {
        assertThat(Throttle.wait(0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Throttle.wait(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Throttle.wait(4)).isEqualTo(Duration.ofMinutes(8));
        assertThat(Throttle.wait(5)).isEqualTo(Duration.ofMinutes(15));
        assertThat(Throttle.wait(1_000_000)).isEqualTo(Duration.ofMinutes(15));
    }
}
