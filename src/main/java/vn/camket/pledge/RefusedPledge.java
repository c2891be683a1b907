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
import vn.camket.audit.LedgerEntry;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Step;
import vn.camket.organization.Agency;
import vn.camket.organization.Employee;

/**
 * A declared refusal to sign: a lawful outcome, with its reason. Inserted once; it stands until the person
 * signs after all, and stays in the ledger then too. Only the reason may be erased.
 */
@Entity
@Table(name = "refused_pledge")
public class RefusedPledge {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "enrolment_id")
    private Enrolment enrolment;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "step_id")
    private Step step;

    private int sequence;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "text_id")
    private PledgeText text;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "employee_id")
    private Employee employee;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agency_id")
    private Agency agency;

    private @Nullable String reason;

    @Column(name = "reason_salt")
    private byte @Nullable [] reasonSalt;

    @Column(name = "request_key")
    private String requestKey;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "ledger_entry_id")
    private LedgerEntry entry;

    @Column(name = "refused_at")
    private Instant refusedAt;

    @SuppressWarnings("NullAway.Init")
    protected RefusedPledge() {}

    /** @param requestKey of the form that was sent; sent twice it gives the same refusal */
    RefusedPledge(
            Enrolment enrolment,
            Step step,
            PledgeText text,
            RefusalRecord record,
            RefusalRecord.Reason reason,
            String requestKey,
            LedgerEntry entry) {
        this.enrolment = enrolment;
        this.step = step;
        this.text = text;
        this.sequence = record.sequence();
        this.employee = enrolment.employee();
        this.agency = enrolment.agency();
        this.reason = reason.words();
        this.reasonSalt = reason.salt().clone();
        this.requestKey = requestKey;
        this.entry = entry;
        this.refusedAt = record.refusedAt();
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public Enrolment enrolment() {
        return enrolment;
    }

    public Step step() {
        return step;
    }

    /** From 1, one for each refusal of the same pledge by the same person. */
    public int sequence() {
        return sequence;
    }

    public PledgeText text() {
        return text;
    }

    public Employee employee() {
        return employee;
    }

    /** The agency that answered for the person at that moment. */
    public Agency agency() {
        return agency;
    }

    /** Empty once it was erased. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    String requestKey() {
        return requestKey;
    }

    /** The ledger entry that holds the canonical record. */
    public LedgerEntry entry() {
        return entry;
    }

    public Instant refusedAt() {
        return refusedAt;
    }
}
