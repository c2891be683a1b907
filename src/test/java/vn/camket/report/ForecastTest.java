package vn.camket.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final LocalDate OPENS = LocalDate.of(2026, 9, 1);
    private static final LocalDate CLOSES = LocalDate.of(2026, 12, 31);
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 15);

    @Test
    void goesOnAsInTheLastTwoWeeks() {
        var forecast = told(Map.of(TODAY.minusDays(14), 20L, TODAY, 48L), 100);

        assertThat(forecast).contains(new Forecast(14, TODAY.plusDays(26), 51));
    }

    @Test
    void roundsTheDayUpBecauseAllMustBeDone() {
        var forecast = told(Map.of(TODAY.minusDays(14), 0L, TODAY, 14L), 29);

        assertThat(forecast.orElseThrow().fullOn()).isEqualTo(TODAY.plusDays(15));
    }

    @Test
    void saysHowLateItComes() {
        var forecast =
                told(Map.of(TODAY.minusDays(14), 0L, TODAY, 14L), 14 + 100).orElseThrow();

        assertThat(forecast.isInTime()).isFalse();
        assertThat(forecast.daysTooLate()).isEqualTo(23);
    }

    @Test
    void isSilentWithoutGainWithoutRestAndBeyondTwoYears() {
        assertThat(told(Map.of(TODAY.minusDays(20), 5L), 10)).isEmpty();
        assertThat(told(Map.of(TODAY.minusDays(14), 5L, TODAY, 10L), 10)).isEmpty();
        assertThat(told(Map.of(TODAY.minusDays(14), 0L, TODAY, 1L), 1000)).isEmpty();
    }

    @Test
    void isSilentInTheFirstWeekAndAfterTheEnd() {
        var days = new TreeMap<>(Map.of(OPENS.plusDays(2), 3L));

        assertThat(Forecast.of(days, 10, OPENS, CLOSES, OPENS.plusDays(6))).isEmpty();
        assertThat(Forecast.of(days, 10, OPENS, CLOSES, OPENS.plusDays(7))).isPresent();
        assertThat(Forecast.of(days, 10, OPENS, OPENS.plusDays(6), OPENS.plusDays(7)))
                .isEmpty();
    }

    private static Optional<Forecast> told(Map<LocalDate, Long> days, long required) {
        NavigableMap<LocalDate, Long> sorted = new TreeMap<>(days);
        return Forecast.of(sorted, required, OPENS, CLOSES, TODAY);
    }
}
