package vn.camket.quiz;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question's place in an attempt and what is saved there.
 *
 * @param slot from 1
 * @param response the author's positions of the chosen options, comma-separated; empty when nothing is chosen
 * @param sequence of the answer that counts; 0 when there is none
 * @param savedAt null when there is none
 */
public record SlotState(
        int slot,
        long questionVersionId,
        OptionOrder order,
        boolean flagged,
        String response,
        long sequence,
        @Nullable Instant savedAt) {
    public boolean isAnswered() {
        return !response.isEmpty();
    }

    /** Positions of the chosen options. */
    public Set<Integer> chosen() {
        return OptionOrder.chosen(response);
    }
}
