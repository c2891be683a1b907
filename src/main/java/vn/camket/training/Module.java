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
import vn.camket.organization.Agency;

/** A module as a line of versions: what campaigns point to. Its words are in its versions; it is retired, never deleted. */
@Entity
@Table(name = "module")
public class Module {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String code;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "agency_id")
    private @Nullable Agency agency;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private @Nullable Long createdBy;

    @Column(name = "retired_at")
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway.Init")
    protected Module() {}

    /**
     * @param code unique and lasting, lower-case words joined by hyphens
     * @param agency the owner, whose trainers may write it; null for a module that came with the application
     * @param createdBy account that made it, null for the application itself
     */
    public Module(String code, @Nullable Agency agency, Instant createdAt, @Nullable Long createdBy) {
        this.code = code;
        this.agency = agency;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    public long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    public String code() {
        return code;
    }

    public Optional<Agency> agency() {
        return Optional.ofNullable(agency);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Long> createdBy() {
        return Optional.ofNullable(createdBy);
    }

    public boolean isRetired() {
        return retiredAt != null;
    }
}
