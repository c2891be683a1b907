package vn.camket.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * When everyone will be done if people go on as in the last two weeks.
 *
 * @param perWeek people who finish in a week at this pace, at least 1
 * @param fullOn first day on which all are done
 * @param daysToSpare days from then to the closing day; negative when it comes too late
 */
public record Forecast(long perWeek, LocalDate fullOn, long daysToSpare) {
    private static final int WINDOW_DAYS = 14;
    private static final int LEAST_DAYS = 7;
    private static final int FARTHEST_DAYS = 730;

    /**
     * Empty when it cannot be told: nothing left to do, the campaign over, less than a week of figures, nobody finished
     * lately, or so slow that the day would lie beyond two years.
     *
     * @param doneByDay people done by the end of each day on which that changed
     * @param opensOn first day of the campaign
     */
    static Optional<Forecast> of(
            NavigableMap<LocalDate, Long> doneByDay,
            long required,
            LocalDate opensOn,
            LocalDate closesOn,
            LocalDate today) {
        var from = today.minusDays(WINDOW_DAYS).isBefore(opensOn) ? opensOn : today.minusDays(WINDOW_DAYS);
        var days = ChronoUnit.DAYS.between(from, today);
        var gained = Trend.at(doneByDay, today) - Trend.at(doneByDay, from);
        var left = required - Trend.at(doneByDay, today);
        if (left <= 0 || gained <= 0 || days < LEAST_DAYS || today.isAfter(closesOn)) {
            return Optional.empty();
        }
        var needed = (left * days + gained - 1) / gained;
        if (needed > FARTHEST_DAYS) {
            return Optional.empty();
        }
        var fullOn = today.plusDays(needed);
        return Optional.of(new Forecast(
                Math.max(1, Math.round(gained * 7.0 / days)), fullOn, ChronoUnit.DAYS.between(fullOn, closesOn)));
    }

    public boolean isInTime() {
        return daysToSpare >= 0;
    }

    /** Days by which it comes too late. */
    public long daysTooLate() {
        return Math.max(0, -daysToSpare);
    }
}
