package vn.camket.quiz;

/**
 * Points of an attempt: one for each question answered right.
 *
 * @param points 0 to {@code max}
 */
public record Score(int points, int max) {
    public Score {
        if (points < 0 || points > max) {
            throw new IllegalArgumentException(points + " of " + max + " points");
        }
    }

    /** Share reached, rounded down: 79 of 100 never reads as 80. */
    public int percent() {
        return max == 0 ? 0 : points * 100 / max;
    }

    public boolean reaches(int passPercent) {
        return percent() >= passPercent;
    }

    /** The fewest points of {@code max} that reach a pass mark. */
    public static int needed(int passPercent, int max) {
        return (passPercent * max + 99) / 100;
    }
}
