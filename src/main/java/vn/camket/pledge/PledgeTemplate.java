package vn.camket.pledge;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.organization.Agency;

/** A kind of pledge, under one code for all its numbered texts. */
@Entity
@Table(name = "pledge_template")
public class PledgeTemplate {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String code;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "agency_id")
    private @Nullable Agency agency;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected PledgeTemplate() {}

    PledgeTemplate(String code, Agency agency, Instant createdAt) {
        this.code = code;
        this.agency = agency;
        this.createdAt = createdAt;
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public String code() {
        return code;
    }

    /** The agency that keeps it; empty for one that came with the application. */
    public Optional<Agency> agency() {
        return Optional.ofNullable(agency);
    }
}
