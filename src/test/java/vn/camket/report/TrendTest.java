package vn.camket.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final LocalDate OPENS = LocalDate.of(2026, 9, 29);
    private static final LocalDate CLOSES = LocalDate.of(2026, 12, 29);

    @Test
    void standsOnWeeksAndEndsToday() {
        var today = LocalDate.of(2026, 11, 24);
        var trend = Trend.of(
                new TreeMap<>(Map.of(LocalDate.of(2026, 10, 10), 12L, today, 143L)), 168, OPENS, CLOSES, today);

        assertThat(trend.points())
                .startsWith(
                        new Trend.Point(OPENS, 0),
                        new Trend.Point(OPENS.plusDays(7), 0),
                        new Trend.Point(OPENS.plusDays(14), 12))
                .endsWith(new Trend.Point(today, 143))
                .hasSize(9);
    }

    @Test
    void keepsThePointBeforeTodayAwayFromIt() {
        var trend = Trend.of(new TreeMap<>(), 10, OPENS, CLOSES, OPENS.plusDays(58));

        assertThat(trend.points()).extracting(Trend.Point::day).endsWith(OPENS.plusDays(49), OPENS.plusDays(58));
    }

    @Test
    void showsASinglePointOnTheFirstDay() {
        assertThat(Trend.of(new TreeMap<>(), 10, OPENS, CLOSES, OPENS).points())
                .containsExactly(new Trend.Point(OPENS, 0));
    }

    @Test
    void endsWithTheCampaign() {
        assertThat(Trend.of(new TreeMap<>(), 10, OPENS, CLOSES, CLOSES.plusDays(40))
                        .last()
                        .day())
                .isEqualTo(CLOSES);
    }
}
