package vn.camket.quiz;

/**
 * How often first attempts answer a question right.
 *
 * @param answers submitted first attempts that were asked it
 */
public record Facility(long answers, long right) {
    /** Fewer answers say nothing. */
    public static final int LEAST = 50;

    public boolean isTelling() {
        return answers >= LEAST;
    }

    public int percent() {
        return answers == 0 ? 0 : (int) (right * 100 / answers);
    }

    /** Nearly everybody right or nearly nobody: the question or its key deserves a look. */
    public boolean isSuspect() {
        return isTelling() && (percent() < 20 || percent() > 95);
    }
}
