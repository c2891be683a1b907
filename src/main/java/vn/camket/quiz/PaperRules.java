package vn.camket.quiz;

import org.jspecify.annotations.Nullable;

/**
 * The rules of a paper.
 *
 * @param passPercent 1 to 100
 * @param timeLimitMinutes 1 to 600; null for none
 * @param attemptsAllowed 1 to 100; null for any number
 * @param waitMinutes 0 to 43200 (30 days), between two attempts
 */
public record PaperRules(
        int passPercent, @Nullable Integer timeLimitMinutes, @Nullable Integer attemptsAllowed, int waitMinutes) {
    public PaperRules {
        require(passPercent, 1, 100);
        require(timeLimitMinutes == null ? 1 : timeLimitMinutes, 1, 600);
        require(attemptsAllowed == null ? 1 : attemptsAllowed, 1, 100);
        require(waitMinutes, 0, 43_200);
    }

    private static void require(int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(value + " is not between " + least + " and " + most);
        }
    }
}
