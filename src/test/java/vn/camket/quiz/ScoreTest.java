package vn.camket.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScoreTest {
    @Test
    void roundsThePercentDown() {
        assertThat(new Score(2, 3).percent()).isEqualTo(66);
        assertThat(new Score(799, 1000).percent()).isEqualTo(79);
        assertThat(new Score(799, 1000).reaches(80)).isFalse();
        assertThat(new Score(8, 10).reaches(80)).isTrue();
    }

    @Test
    void hasNoPercentOfNothing() {
        assertThat(new Score(0, 0).percent()).isZero();
    }

    @Test
    void needsTheFewestPointsThatReachThePassMark() {
        for (var max = 1; max <= 40; max++) {
            for (var pass = 1; pass <= 100; pass++) {
                var needed = Score.needed(pass, max);
                assertThat(new Score(needed, max).reaches(pass)).isTrue();
                assertThat(new Score(needed - 1, max).reaches(pass)).isFalse();
            }
        }
    }

    @Test
    void refusesMorePointsThanThereAre() {
        assertThatThrownBy(() -> new Score(4, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
