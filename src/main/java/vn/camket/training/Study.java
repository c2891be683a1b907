package vn.camket.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person's study of the module of one step, pinned to the version that was current when it began. Finished when every
 * lesson of that version is done; from then on it stays finished.
 */
@Entity
@Table(name = "study")
public class Study {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "enrolment_id")
    private long enrolmentId;

    @Column(name = "step_id")
    private long stepId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "module_version_id")
    private ModuleVersion moduleVersion;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    /** Studies are inserted by statement, so that two tabs make one. */
    @SuppressWarnings("NullAway.Init")
    protected Study() {}

    /** Records that all lessons are done; a second time nothing changes. @return whether this was the first time */
    boolean finish(Instant at) {
        if (finishedAt != null) {
            return false;
        }
        finishedAt = at;
        return true;
    }

    public long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    public long enrolmentId() {
        return enrolmentId;
    }

    public long stepId() {
        return stepId;
    }

    public ModuleVersion moduleVersion() {
        return moduleVersion;
    }

    public Instant begunAt() {
        return begunAt;
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }
}
