package vn.camket.pledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import vn.camket.audit.LedgerEntry;
import vn.camket.organization.Agency;
import vn.camket.organization.Employee;

/** One act of confirmation: what its {@link Confirmation}s have in common. Inserted once with them, never changed. */
@Entity
@Table(name = "confirmation_act")
public class ConfirmedAct {
    @Id
    @Column(name = "ledger_entry_id")
    private Long entryId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "confirmed_by")
    private Employee confirmedBy;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agency_id")
    private Agency agency;

    private int agencies;

    private int pledges;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @SuppressWarnings("NullAway.Init")
    protected ConfirmedAct() {}

    /** @param agencies for which was confirmed, at least one */
    ConfirmedAct(
            LedgerEntry entry, Employee confirmedBy, Collection<Agency> agencies, int pledges, Instant confirmedAt) {
        this.entryId = entry.id();
        this.confirmedBy = confirmedBy;
        this.agency = agencies.iterator().next();
        this.agencies = agencies.size();
        this.pledges = pledges;
        this.confirmedAt = confirmedAt;
    }

    /** That of its ledger entry. */
    public long id() {
        return entryId;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    /** Name of the head. */
    public String confirmer() {
        return confirmedBy.fullName();
    }

    /** How many it confirmed. */
    public int pledges() {
        return pledges;
    }
}
