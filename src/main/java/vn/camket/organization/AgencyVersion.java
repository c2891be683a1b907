package vn.camket.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.Period;

/** What an agency was called and where it stood, between two days. Closed, never edited. */
@Entity
@Table(name = "agency_version")
public class AgencyVersion {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "agency_id")
    private long agencyId;

    @Embedded
    private Period period;

    private String name;

    @Enumerated(EnumType.STRING)
    private AgencyKind kind;

    @Column(name = "parent_id")
    private @Nullable Long parentId;

    private String path;

    @SuppressWarnings("NullAway.Init")
    protected AgencyVersion() {}

    AgencyVersion(Agency agency, LocalDate from) {
        this.agencyId = agency.id();
        this.period = Period.since(from);
        this.name = agency.name();
        this.kind = agency.kind();
        this.parentId = agency.parent().map(Agency::id).orElse(null);
        this.path = agency.path();
    }

    void close(LocalDate on) {
        period = period.endedOn(on);
    }

    /** A second change on the day this version began: it never held for a whole day, so it takes the new content. */
    void replaceBy(Agency agency) {
        name = agency.name();
        kind = agency.kind();
        parentId = agency.parent().map(Agency::id).orElse(null);
        path = agency.path();
    }

    public Period period() {
        return period;
    }

    public String name() {
        return name;
    }

    public AgencyKind kind() {
        return kind;
    }

    /** Id of the agency above; empty at the top. */
    public java.util.Optional<Long> parentId() {
        return java.util.Optional.ofNullable(parentId);
    }

    public String path() {
        return path;
    }
}
