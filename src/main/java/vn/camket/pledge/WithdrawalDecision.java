package vn.camket.pledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.organization.Agency;
import vn.camket.organization.Employee;

/** What the head decided on a {@link Withdrawal}. Inserted once; agreeing ends the signature in the same transaction. */
@Entity
@Table(name = "withdrawal_decision")
public class WithdrawalDecision {
    @Id
    @Column(name = "withdrawal_id")
    private Long withdrawalId;

    private boolean agreed;

    private @Nullable String reason;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "decided_by")
    private Employee decidedBy;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agency_id")
    private Agency agency;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected WithdrawalDecision() {}

    /** @param refusal why the head does not agree; null for agreement */
    WithdrawalDecision(
            Withdrawal withdrawal, @Nullable String refusal, Employee decidedBy, Agency agency, Instant decidedAt) {
        this.withdrawalId = withdrawal.id();
        this.agreed = refusal == null;
        this.reason = refusal;
        this.decidedBy = decidedBy;
        this.agency = agency;
        this.decidedAt = decidedAt;
    }

    public boolean isAgreed() {
        return agreed;
    }

    /** Why the head did not agree. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public Employee decidedBy() {
        return decidedBy;
    }

    /** The agency for which the head decided. */
    public Agency agency() {
        return agency;
    }

    public Instant decidedAt() {
        return decidedAt;
    }
}
