package vn.camket.completion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step met by a person: inserted once, never changed. Its absence means that the step is not done. Taken away only when
 * the pledge that met it was ended and none took its place, while the campaign is open; what was signed and what ended it
 * stays in the pledge room and in the ledger.
 */
@Entity
@Table(name = "step_result")
class StepResult {
    /** The fact that met the step. */
    enum Cause {
        STUDY,
        QUIZ,
        PLEDGE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "enrolment_id")
    private long enrolmentId;

    @Column(name = "step_id")
    private long stepId;

    @Column(name = "met_at")
    private Instant metAt;

    @Enumerated(EnumType.STRING)
    private Cause cause;

    @Column(name = "agency_id")
    private long agencyId;

    @Column(name = "score_percent")
    private @Nullable Integer scorePercent;

    @SuppressWarnings("NullAway.Init")
    protected StepResult() {}

    /**
     * @param agencyId the agency that answered for the person at that moment
     * @param scorePercent 0 to 100; null when no quiz was asked
     */
    StepResult(
            long enrolmentId, long stepId, Instant metAt, Cause cause, long agencyId, @Nullable Integer scorePercent) {
        this.enrolmentId = enrolmentId;
        this.stepId = stepId;
        this.metAt = metAt;
        this.cause = cause;
        this.agencyId = agencyId;
        this.scorePercent = scorePercent;
    }

    long stepId() {
        return stepId;
    }

    Instant metAt() {
        return metAt;
    }

    Optional<Integer> scorePercent() {
        return Optional.ofNullable(scorePercent);
    }
}
