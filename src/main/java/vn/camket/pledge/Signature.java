package vn.camket.pledge;

import jakarta.persistence.Column;
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
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.LedgerEntry;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Step;
import vn.camket.organization.Agency;
import vn.camket.organization.Employee;

/**
 * A pledge that was signed: who, when, which text. What exactly was signed is the record in the ledger. Inserted once;
 * never changed, never deleted. It stands until a {@link SignatureEnd} ends it; at most one of a step of an enrolment
 * stands.
 */
@Entity
@Table(name = "signature")
public class Signature {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "enrolment_id")
    private Enrolment enrolment;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "step_id")
    private Step step;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "text_id")
    private PledgeText text;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "employee_id")
    private Employee employee;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agency_id")
    private Agency agency;

    @Column(name = "lookup_code")
    private String lookupCode;

    @Column(name = "request_key")
    private String requestKey;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "ledger_entry_id")
    private LedgerEntry entry;

    private int sequence;

    @Enumerated(EnumType.STRING)
    private SignatureMethod method;

    @Column(name = "signed_at")
    private Instant signedAt;

    @SuppressWarnings("NullAway.Init")
    protected Signature() {}

    /**
     * @param sequence 1 for the first one of this step of the enrolment, then one more each time
     * @param requestKey of the form that was sent; sent twice it gives the same signature
     */
    Signature(
            Enrolment enrolment,
            Step step,
            PledgeText text,
            int sequence,
            LookupCode lookupCode,
            String requestKey,
            LedgerEntry entry,
            Instant signedAt) {
        this.enrolment = enrolment;
        this.step = step;
        this.text = text;
        this.employee = enrolment.employee();
        this.agency = enrolment.agency();
        this.sequence = sequence;
        this.lookupCode = lookupCode.value();
        this.requestKey = requestKey;
        this.entry = entry;
        this.method = SignatureMethod.ELECTRONIC_CONFIRMATION;
        this.signedAt = signedAt;
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

    public PledgeText text() {
        return text;
    }

    public Employee employee() {
        return employee;
    }

    /** The agency that answered for the signer at that moment. */
    public Agency agency() {
        return agency;
    }

    /** Which one of this step of the enrolment it is, from 1; the ones before it are ended. */
    public int sequence() {
        return sequence;
    }

    public LookupCode lookupCode() {
        return new LookupCode(lookupCode);
    }

    String requestKey() {
        return requestKey;
    }

    /** The ledger entry that holds the canonical record. */
    public LedgerEntry entry() {
        return entry;
    }

    /** Under which other records refer to it, in hexadecimal. */
    String leafHash() {
        return HexFormat.of().formatHex(entry.leafHash());
    }

    public SignatureMethod method() {
        return method;
    }

    public Instant signedAt() {
        return signedAt;
    }
}
