package vn.camket.quiz;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A question of a module's bank; its wording lies in its versions. */
@Entity
@Table(name = "question")
public class Question {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "module_id")
    private long moduleId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private @Nullable Long createdBy;

    @SuppressWarnings("NullAway.Init")
    protected Question() {}

    public Question(long moduleId, Instant createdAt, long byAccount) {
        this.moduleId = moduleId;
        this.createdAt = createdAt;
        this.createdBy = byAccount;
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public long moduleId() {
        return moduleId;
    }
}
