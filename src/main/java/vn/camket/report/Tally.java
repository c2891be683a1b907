package vn.camket.report;

import vn.camket.completion.Figures;

/**
 * Completion's figures of one step, or of the whole campaign, over some agencies, as a report adds and colours them.
 *
 * @param required who has to do it: the denominator, without the exempt
 * @param exempt released with a reason, outside the rate
 * @param started of the required, who has begun
 * @param done of the required, who has finished: the numerator
 * @param late of those done, who finished after the due day
 */
public record Tally(long required, long exempt, long started, long done, long late) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    /** Below this number of people a cell of the heat table shows no rate: it would point at persons. */
    private static final int HIDDEN_BELOW = 5;

    static Tally of(Figures figures) {
        return new Tally(figures.required(), figures.exempt(), figures.started(), figures.done(), figures.late());
    }

    public Tally plus(Tally other) {
        return new Tally(
                required + other.required,
                exempt + other.exempt,
                started + other.started,
                done + other.done,
                late + other.late);
    }

    public long notDone() {
        return required - done;
    }

    /** Whether everyone required is done; false where nobody is required. */
    public boolean isComplete() {
        return required > 0 && done >= required;
    }

    public boolean isBelow(int percent) {
        return required > 0 && done * 100 < required * percent;
    }

    public boolean isHidden() {
        return required < HIDDEN_BELOW;
    }

    /** Step of the heat scale: 1 (under 50 %), 2 (under 70), 3 (under 85), 4 (under 95), 5; 0 where hidden. */
    public int heat() {
        if (isHidden()) {
            return 0;
        }
        return isBelow(50) ? 1 : isBelow(70) ? 2 : isBelow(85) ? 3 : isBelow(95) ? 4 : 5;
    }

    /** Kind of bar: low under the campaign's threshold, done at 100 %, otherwise plain. */
    public String bar(int thresholdPercent) {
        if (isComplete()) {
            return "done";
        }
        return isBelow(thresholdPercent) ? "low" : "";
    }

    /** Order from the lowest rate up; where nobody is required last. */
    static int byRate(Tally left, Tally right) {
        if (left.required == 0 || right.required == 0) {
            return Boolean.compare(left.required == 0, right.required == 0);
        }
        return Long.compare(left.done * right.required, right.done * left.required);
    }
}
