package vn.camket.pledge;

import java.util.List;
import java.util.Optional;
import vn.camket.platform.VietnameseText;

/**
 * One commitment of a pledge through the year.
 *
 * @param notes entries that count, in the order of their days
 * @param midYear the self-rating that holds
 * @param head the rating on the newest sheet
 */
public record ThreadLine(
        SignedCommitment commitment,
        List<ThreadNote> notes,
        Optional<SelfGrade> midYear,
        Optional<SelfGrade> yearEnd,
        Optional<SheetGrade> head) {
    /** Alike for the same commitment of a pledge that was signed again: its source, or its words if it has none. */
    static String key(Optional<String> source, String wording) {
        return source.map(code -> "source " + code).orElseGet(() -> "words " + VietnameseText.fold(wording));
    }

    static String key(SignedCommitment commitment) {
        return key(commitment.sourceCode(), commitment.wording());
    }

    public long id() {
        return commitment.id();
    }

    public int number() {
        return commitment.position();
    }

    public String wording() {
        return commitment.wording();
    }
}
