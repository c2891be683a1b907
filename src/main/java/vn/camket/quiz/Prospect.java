package vn.camket.quiz;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Step;
import vn.camket.platform.Refusal;

/**
 * What awaits a person in the quiz of a step.
 *
 * @param paper null when the module has no published quiz
 * @param attempts all so far, the first on top
 * @param obstacle why a new attempt cannot begin now; null when it can
 */
public record Prospect(
        Enrolment enrolment,
        Step step,
        @Nullable Paper paper,
        int questions,
        List<Attempt> attempts,
        @Nullable Refusal obstacle) {
    public Prospect {
        attempts = List.copyOf(attempts);
    }

    public Optional<Attempt> open() {
        return attempts.stream().filter(attempt -> !attempt.isSubmitted()).findFirst();
    }

    public boolean isPassed() {
        return attempts.stream().anyMatch(Attempt::isPassed);
    }

    /** Whether no further attempt can ever begin, so that the key may be shown. */
    public boolean isOver() {
        return isPassed()
                || (obstacle != null && obstacle.reason() == QuizRefusal.NO_ATTEMPTS_LEFT && open().isEmpty());
    }

    /** Whether the lessons must be finished first. */
    public boolean isLocked() {
        return obstacle != null && obstacle.reason() == QuizRefusal.STUDY_UNFINISHED;
    }

    /** Fewest right answers that pass. */
    public int needed() {
        return paper == null ? 0 : Score.needed(paper.passPercent(), questions);
    }
}
