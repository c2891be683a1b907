package vn.camket.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.organization.Agency;
import vn.camket.platform.Period;

/** A role given to an account for an agency and everything below it, between two days. Ended, never edited. */
@Entity
@Table(name = "role_grant")
public class RoleGrant {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id")
    private Account account;

    @Enumerated(EnumType.STRING)
    private Role role;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agency_id")
    private Agency agency;

    @Embedded
    private Period period;

    @Column(name = "granted_by")
    private @Nullable Long grantedBy;

    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init")
    protected RoleGrant() {}

    public RoleGrant(
            Account account,
            Role role,
            Agency agency,
            LocalDate from,
            @Nullable Long grantedBy,
            @Nullable String reason) {
        if (!role.isGrantable()) {
            throw new IllegalArgumentException(role + " comes from a post, it is not granted");
        }
        this.account = account;
        this.role = role;
        this.agency = agency;
        this.period = Period.since(from);
        this.grantedBy = grantedBy;
        this.reason = reason;
    }

    void end(LocalDate on) {
        period = period.endedOn(on);
    }

    /** Whether it gives the administration of everything on a day. */
    boolean administersRoot(LocalDate day) {
        return role == Role.SYSTEM_ADMINISTRATOR && agency.parent().isEmpty() && period.contains(day);
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public Account account() {
        return account;
    }

    public Role role() {
        return role;
    }

    public Agency agency() {
        return agency;
    }

    public Period period() {
        return period;
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
