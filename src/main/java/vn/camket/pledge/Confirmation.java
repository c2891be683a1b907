package vn.camket.pledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import vn.camket.audit.LedgerEntry;
import vn.camket.organization.Agency;
import vn.camket.organization.Employee;

/** The head's confirmation of one pledge. Inserted once, never changed. */
@Entity
@Table(name = "confirmation")
public class Confirmation {
    @Id
    @Column(name = "signature_id")
    private Long signatureId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "confirmed_by")
    private Employee confirmedBy;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agency_id")
    private Agency agency;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "ledger_entry_id")
    private LedgerEntry entry;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @SuppressWarnings("NullAway.Init")
    protected Confirmation() {}

    /** @param agency the one whose head confirms: that of the signer, or one above it */
    Confirmation(Signature signature, Employee confirmedBy, Agency agency, LedgerEntry entry, Instant confirmedAt) {
        this.signatureId = signature.id();
        this.confirmedBy = confirmedBy;
        this.agency = agency;
        this.entry = entry;
        this.confirmedAt = confirmedAt;
    }

    public Employee confirmedBy() {
        return confirmedBy;
    }

    public Agency agency() {
        return agency;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }
}
