package vn.camket.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RatingDaysTest {
    private static final RatingDays DAYS = new RatingDays(day("2027-06-30"), day("2027-11-30"));

    @Test
    void areTheNextJuneAndNovemberThatLeaveTimeAfterTheCampaign() {
        assertThat(RatingDays.byRule(day("2026-12-29"))).isEqualTo(DAYS);
        assertThat(RatingDays.byRule(day("2027-03-31"))).isEqualTo(DAYS);
        assertThat(RatingDays.byRule(day("2027-05-01"))).isEqualTo(DAYS);
    }

    @Test
    void haveNoMidYearWhenItWouldComeTooSoonOrAfterTheYearEnd() {
        assertThat(RatingDays.byRule(day("2027-05-02"))).isEqualTo(new RatingDays(null, day("2027-11-30")));
        assertThat(RatingDays.byRule(day("2027-10-01"))).isEqualTo(new RatingDays(null, day("2027-11-30")));
    }

    @Test
    void openThirtyDaysAheadAndTakeWhoeverIsLate() {
        assertThat(DAYS.open(day("2027-05-30"))).isEmpty();
        assertThat(DAYS.open(day("2027-05-31"))).contains(RatingRound.MID_YEAR);
        assertThat(DAYS.open(day("2027-10-30"))).contains(RatingRound.MID_YEAR);
        assertThat(DAYS.open(day("2027-10-31"))).contains(RatingRound.YEAR_END);
        assertThat(DAYS.open(day("2028-02-01"))).contains(RatingRound.YEAR_END);
        assertThat(new RatingDays(null, day("2027-11-30")).open(day("2027-07-01")))
                .isEmpty();
    }

    @Test
    void areOverAfterTheLastDay() {
        assertThat(DAYS.isOver(day("2027-11-30"))).isFalse();
        assertThat(DAYS.isOver(day("2027-12-01"))).isTrue();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
