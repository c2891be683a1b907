package vn.camket.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the number of people done has grown, at even distances from the first day to today.
 *
 * @param required people who have to be done in the end
 * @param points from the first day of the campaign on, never empty
 */
public record Trend(
        LocalDate opensOn, LocalDate closesOn, long required, List<Point> points, Optional<Forecast> forecast) {
    private static final int MOST_POINTS = 10;

    /** People done by the end of a day. */
    public record Point(LocalDate day, long done) {}

    public Trend {
        points = List.copyOf(points);
    }

    /**
     * @param doneByDay people done by the end of each day on which that changed; today's number among them
     * @param today the last point, unless the campaign ended before
     */
    static Trend of(
            NavigableMap<LocalDate, Long> doneByDay,
            long required,
            LocalDate opensOn,
            LocalDate closesOn,
            LocalDate today) {
        var last = today.isAfter(closesOn) ? closesOn : today.isBefore(opensOn) ? opensOn : today;
        var gap = gap(opensOn, last);
        var points = new ArrayList<Point>();
        for (var day = opensOn; ChronoUnit.DAYS.between(day, last) * 2 > gap; day = day.plusDays(gap)) {
            points.add(new Point(day, at(doneByDay, day)));
        }
        points.add(new Point(last, at(doneByDay, last)));
        return new Trend(
                opensOn, closesOn, required, points, Forecast.of(doneByDay, required, opensOn, closesOn, today));
    }

    /** Days between two points: whole weeks where more than ten single days would stand there. */
    static long gap(LocalDate from, LocalDate to) {
        var days = ChronoUnit.DAYS.between(from, to);
        return days <= MOST_POINTS ? 1 : 7 * ((days + 7L * MOST_POINTS - 1) / (7L * MOST_POINTS));
    }

    /** The number at the end of a day: the latest at or before it, 0 before the first. */
    static long at(NavigableMap<LocalDate, Long> doneByDay, LocalDate day) {
        var entry = doneByDay.floorEntry(day);
        return entry == null ? 0 : entry.getValue();
    }

    /** Running sums of what each day added. */
    static NavigableMap<LocalDate, Long> summed(NavigableMap<LocalDate, Long> addedByDay) {
        var sums = new TreeMap<LocalDate, Long>();
        var sum = 0L;
        for (var entry : addedByDay.entrySet()) {
            sum += entry.getValue();
            sums.put(entry.getKey(), sum);
        }
        return sums;
    }

    public Point first() {
        return points.get(0);
    }

    public Point last() {
        return points.get(points.size() - 1);
    }
}
