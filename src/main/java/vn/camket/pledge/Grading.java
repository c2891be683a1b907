package vn.camket.pledge;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.NotFound;
import vn.camket.platform.VietnameseText;

/**
 * The rating of one commitment as it was typed.
 *
 * @param commitmentId of the {@link SignedCommitment}
 * @param grade null where none was chosen
 * @param reason needed unless the commitment was met
 */
public record Grading(long commitmentId, @Nullable CommitmentGrade grade, String reason) {
    static final int LONGEST = 500;

    public Grading {
        reason = VietnameseText.clean(reason);
    }

    /** With a grade. @throws vn.camket.platform.Refusal GRADE_MISSING */
    CommitmentGrade chosen() {
        if (grade == null) {
            throw PledgeRefusal.GRADE_MISSING.with("grade-" + commitmentId);
        }
        return grade;
    }

    Optional<String> stored() {
        return reason.isEmpty() ? Optional.empty() : Optional.of(reason);
    }

    boolean isSame(CommitmentGrade otherGrade, Optional<String> otherReason) {
        return grade == otherGrade && stored().equals(otherReason);
    }

    /**
     * Whether there is a whole rating of each commitment.
     *
     * @throws NotFound for a rating of something else
     * @throws vn.camket.platform.Refusal GRADE_MISSING, GRADE_REASON_MISSING, TEXT_TOO_LONG, TEXT_INVISIBLE: the first
     *     detail is the field ({@code grade-7}, {@code reason-7})
     */
    static void check(List<Grading> gradings, List<Long> commitmentIds) {
        var rated = gradings.stream().map(Grading::commitmentId).toList();
        if (!commitmentIds.containsAll(rated) || rated.stream().distinct().count() < rated.size()) {
            throw new NotFound();
        }
        for (var id : commitmentIds) {
            if (!rated.contains(id)) {
                throw PledgeRefusal.GRADE_MISSING.with("grade-" + id);
            }
        }
        gradings.forEach(Grading::check);
    }

    private void check() {
        var field = "reason-" + commitmentId;
        if (chosen() != CommitmentGrade.MET && reason.isEmpty()) {
            throw PledgeRefusal.GRADE_REASON_MISSING.with(field);
        }
        printable(field, reason, LONGEST, false);
    }

    /** @throws vn.camket.platform.Refusal TEXT_MISSING, TEXT_TOO_LONG, TEXT_INVISIBLE: the first detail is the field */
    static void printable(String field, String text, int longest, boolean required) {
        PledgeDraft.check(field, text, longest, required);
        if (!PaperFaces.unprintable(text).isEmpty()) {
            throw PledgeRefusal.TEXT_INVISIBLE.with(field);
        }
    }
}
