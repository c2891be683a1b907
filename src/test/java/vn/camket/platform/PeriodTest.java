package vn.camket.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate SECOND = LocalDate.of(2026, 9, 2);
    private static final LocalDate THIRD = LocalDate.of(2026, 9, 3);

    @Test
    void holdsFromItsFirstDayUntilBeforeItsLast() {
        var period = Period.between(FIRST, THIRD);

        assertThat(period.contains(FIRST.minusDays(1))).isFalse();
        assertThat(period.contains(FIRST)).isTrue();
        assertThat(period.contains(SECOND)).isTrue();
        assertThat(period.contains(THIRD)).isFalse();
    }

    @Test
    void neighboursDoNotOverlap() {
        var before = Period.between(FIRST, SECOND);
        var after = Period.since(SECOND);

        assertThat(before.overlaps(after)).isFalse();
        assertThat(after.overlaps(before)).isFalse();
    }

    @Test
    void openPeriodsOverlapWhateverIsNotOver() {
        assertThat(Period.since(THIRD).overlaps(Period.since(FIRST))).isTrue();
        assertThat(Period.since(SECOND).overlaps(Period.between(FIRST, THIRD))).isTrue();
    }

    @Test
    void refusesToEndBeforeItHeldForADay() {
        var period = Period.since(FIRST);

        assertThatThrownBy(() -> period.endedOn(FIRST)).isInstanceOf(IllegalArgumentException.class);
        assertThat(period.endedOn(SECOND).to()).contains(SECOND);
    }
}
