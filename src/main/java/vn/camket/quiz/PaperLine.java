package vn.camket.quiz;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A module in the list of quizzes.
 *
 * @param published number of the paper that learners get; null for none
 * @param draft number of the paper being written; null for none
 * @param questions of the published paper, or of the draft where there is none
 * @param bank questions written for the module in all
 */
public record PaperLine(
        long moduleId,
        String title,
        @Nullable Integer published,
        @Nullable Integer draft,
        int questions,
        int passPercent,
        int bank) {
    public Optional<Integer> publishedNumber() {
        return Optional.ofNullable(published);
    }
}
