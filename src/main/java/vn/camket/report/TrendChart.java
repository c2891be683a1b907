package vn.camket.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the parts of the trend line stand in a drawing of 640 by 230; the page writes them as SVG. */
public final class TrendChart {
    public static final double LEFT = 52;
    public static final double RIGHT = 590;
    public static final double TOP = 16;
    public static final double BOTTOM = 196;

    private static final int MOST_LINES = 4;
    private static final double LABEL_ROOM = 56;

    /** A dot of the line. @param large whether it is the last one */
    public record Dot(String x, String y, boolean large) {}

    /** A line of the grid with its number of people. */
    public record GridLine(String y, String labelY, long people) {}

    /** A day under the drawing. @param minor left out on narrow screens */
    public record DayMark(String x, LocalDate day, boolean minor) {}

    private final Trend trend;
    private final LocalDate lastDay;
    private final double top;

    TrendChart(Trend trend) {
        this.trend = trend;
        var drawn = trend.points().get(trend.points().size() - 1).day();
        this.lastDay = trend.closesOn().isAfter(drawn) ? trend.closesOn() : drawn;
        this.top = (double) Math.max(1, Math.max(trend.required(), highest()));
    }

    private long highest() {
        return trend.points().stream().mapToLong(Trend.Point::done).max().orElse(0);
    }

    public static TrendChart of(Trend trend) {
        return new TrendChart(trend);
    }

    double x(LocalDate day) {
        var span = Math.max(1, ChronoUnit.DAYS.between(trend.opensOn(), lastDay));
        return LEFT + (RIGHT - LEFT) * (double) ChronoUnit.DAYS.between(trend.opensOn(), day) / (double) span;
    }

    double y(long people) {
        return BOTTOM - (BOTTOM - TOP) * (double) people / top;
    }

    /** The line through all points. */
    public String line() {
        var path = new StringBuilder();
        for (var point : trend.points()) {
            path.append(path.isEmpty() ? 'M' : 'L').append(pair(x(point.day()), y(point.done())));
        }
        return path.toString();
    }

    /** The area under the line. */
    public String area() {
        return line() + "L" + pair(x(trend.last().day()), BOTTOM) + "L" + pair(LEFT, BOTTOM) + "Z";
    }

    /** From the last point to where all are done, cut at the edge of the drawing; empty when it cannot be told. */
    public Optional<String> forecast() {
        return trend.forecast().map(forecast -> {
            var from = trend.last();
            var full = forecast.fullOn();
            var end = full.isAfter(lastDay) ? lastDay : full;
            var days = Math.max(1, ChronoUnit.DAYS.between(from.day(), full));
            var reached =
                    from.done() + (trend.required() - from.done()) * ChronoUnit.DAYS.between(from.day(), end) / days;
            return "M" + pair(x(from.day()), y(from.done())) + "L" + pair(x(end), y(reached));
        });
    }

    /** Height of the dashed line of what is required. */
    public String requiredY() {
        return number(y(trend.required()));
    }

    /** Where its number is written, in the middle of the line's height. */
    public String requiredLabelY() {
        return number(y(trend.required()) + 5);
    }

    public List<Dot> dots() {
        var last = trend.points().size() - 1;
        var dots = new ArrayList<Dot>();
        for (var index = 0; index <= last; index++) {
            var point = trend.points().get(index);
            dots.add(new Dot(number(x(point.day())), number(y(point.done())), index == last));
        }
        return dots;
    }

    /** Where the last number is written: under its dot, above it where there is no room below. */
    public String lastLabelX() {
        return number(Math.min(x(trend.last().day()), RIGHT - 10));
    }

    public String lastLabelY() {
        var y = y(trend.last().done());
        return number(y + 26 > BOTTOM ? y - 14 : y + 26);
    }

    public List<GridLine> grid() {
        var gap = roundGap(top);
        var lines = new ArrayList<GridLine>();
        for (long people = 0; people <= top; people += gap) {
            lines.add(new GridLine(number(y(people)), number(y(people) + 4), people));
        }
        return lines;
    }

    /** The smallest of 1, 2, 5, 10, 20, 50, ... that needs at most four lines above zero. */
    static long roundGap(double top) {
        for (long unit = 1; ; unit *= 10) {
            for (var step : new long[] {1, 2, 5}) {
                if (top / (double) (unit * step) <= MOST_LINES) {
                    return unit * step;
                }
            }
        }
    }

    /** Days of the points, then the closing day where it does not run into the last of them; every second one is minor. */
    public List<DayMark> days() {
        var marks = new ArrayList<DayMark>();
        var end = x(lastDay);
        var points = trend.points();
        var last = points.size() - 1;
        var room = x(trend.last().day());
        for (var index = 0; index <= last; index++) {
            var day = points.get(index).day();
            if (index == last || room - x(day) >= LABEL_ROOM * 0.8) {
                marks.add(new DayMark(number(x(day)), day, (last - index) % 2 == 1));
            }
        }
        if (end - room >= LABEL_ROOM) {
            marks.add(new DayMark(number(end), lastDay, false));
        }
        return marks;
    }

    private static String pair(double x, double y) {
        return number(x) + " " + number(y);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
