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
 * The sheet of how the commitments of a pledge were kept, as the head rated it; what stands on it is its record in the
 * ledger. With it the thread is frozen. Inserted once, never changed: a correction is a further sheet with its reason.
 */
@Entity
@Table(name = "thread_sheet")
public class ThreadSheet {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "enrolment_id")
    private Enrolment enrolment;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "step_id")
    private Step step;

    private int number;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "signature_id")
    private Signature signature;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "rated_by")
    private Employee ratedBy;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agency_id")
    private Agency agency;

    private String remark;

    private @Nullable String reason;

    @Column(name = "request_key")
    private String requestKey;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "ledger_entry_id")
    private LedgerEntry entry;

    @Column(name = "rated_at")
    private Instant ratedAt;

    @SuppressWarnings("NullAway.Init")
    protected ThreadSheet() {}

    /**
     * @param number 1 for the first one, then one more each time
     * @param agency for which {@code ratedBy} rated
     * @param reason why it takes the place of the one before; null for the first
     */
    ThreadSheet(
            Signature signature,
            int number,
            Employee ratedBy,
            Agency agency,
            String remark,
            @Nullable String reason,
            String requestKey,
            LedgerEntry entry,
            Instant ratedAt) {
        this.enrolment = signature.enrolment();
        this.step = signature.step();
        this.signature = signature;
        this.number = number;
        this.ratedBy = ratedBy;
        this.agency = agency;
        this.remark = remark;
        this.reason = reason;
        this.requestKey = requestKey;
        this.entry = entry;
        this.ratedAt = ratedAt;
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

    public int number() {
        return number;
    }

    public Signature signature() {
        return signature;
    }

    public Employee ratedBy() {
        return ratedBy;
    }

    public Agency agency() {
        return agency;
    }

    /** Empty text if the head made none. */
    public String remark() {
        return remark;
    }

    /** Why it took the place of the one before. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    String requestKey() {
        return requestKey;
    }

    public LedgerEntry entry() {
        return entry;
    }

    public Instant ratedAt() {
        return ratedAt;
    }
}
