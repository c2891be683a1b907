package vn.camket.completion;

/**
 * How far a group of people is.
 *
 * @param required people of whom it is asked; the exempt are not among them
 * @param started of them, those who began
 * @param done of them, those who finished
 * @param late of those who finished, after the due day
 */
public record Figures(long required, long exempt, long started, long done, long late) {
    public static final Figures NONE = new Figures(0, 0, 0, 0, 0);

    static Figures of(Object[] columns, int first) {
        return new Figures(
                number(columns[first]),
                number(columns[first + 1]),
                number(columns[first + 2]),
                number(columns[first + 3]),
                number(columns[first + 4]));
    }

    private static long number(Object column) {
        return column instanceof Number number ? number.longValue() : 0;
    }

    /** People who have not finished. */
    public long open() {
        return required - done;
    }

    /** People who have not begun. */
    public long untouched() {
        return required - started;
    }

    /** Whether the share of those who finished is below a threshold; a group without people is not. */
    public boolean isBelow(int thresholdPercent) {
        return done * 100 < required * thresholdPercent;
    }
}
