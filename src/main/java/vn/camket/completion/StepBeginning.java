package vn.camket.completion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The first act of a person on a step: inserted once, never changed. */
@Entity
@Table(name = "step_begun")
class StepBeginning {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "enrolment_id")
    private long enrolmentId;

    @Column(name = "step_id")
    private long stepId;

    @Column(name = "begun_at")
    private Instant begunAt;

    @SuppressWarnings("NullAway.Init")
    protected StepBeginning() {}

    StepBeginning(long enrolmentId, long stepId, Instant begunAt) {
        this.enrolmentId = enrolmentId;
        this.stepId = stepId;
        this.begunAt = begunAt;
    }

    Instant begunAt() {
        return begunAt;
    }
}
