package vn.camket.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A step as it is planned; its place in the list is its order. */
public record PlannedStep(
        StepKind kind, long subjectId, StepAudience audience, @Nullable LocalDate dueOn, CommitmentRule commitments) {
    static PlannedStep of(Step step) {
        return new PlannedStep(step.kind(), step.subjectId(), step.audience(), step.dueOn(), step.commitments());
    }

    boolean asks(StepKind otherKind, long otherSubject) {
        return kind == otherKind && subjectId == otherSubject;
    }
}
