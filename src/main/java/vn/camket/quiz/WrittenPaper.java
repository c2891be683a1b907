package vn.camket.quiz;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module's quiz as its author sees it: the draft where there is one, otherwise the published paper.
 *
 * @param paper null when nothing was written yet
 * @param bank questions of the module that the paper does not ask, newest wording
 */
public record WrittenPaper(
        QuizModule module, @Nullable Paper paper, List<Item> items, List<QuestionVersion> bank, boolean published) {
    public WrittenPaper {
        items = List.copyOf(items);
        bank = List.copyOf(bank);
    }

    /** A question of the paper. @param position from 1 */
    public record Item(int position, QuestionVersion question, Facility facility) {}

    public boolean isDraft() {
        return paper != null && !paper.isPublished();
    }
}
