package vn.camket.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with the ledger, as administrators and the overseer of processes see it. */
public enum LedgerAlarm {
    /** The database may lose what it has confirmed. */
    WEAK_DATABASE(AuditRefusal.NOT_DURABLE),
    /** The database holds fewer leaves than the copy outside it: an older state was put back. */
    BEHIND_COPY(AuditRefusal.READ_ONLY),
    /** The database holds another tree than the copy outside it. */
    UNLIKE_COPY(AuditRefusal.READ_ONLY),
    /** The log's own tables contradict each other; nothing is added any more. */
    LOG_BROKEN(AuditRefusal.READ_ONLY),
    /** Entries wait for more than a minute. */
    QUEUE_STUCK(null),
    /** The copy outside the database cannot be written. */
    COPY_FAILED(null),
    /** The clock is more than two seconds behind the last head. */
    CLOCK_BACK(null),
    /** The last verification found a fault. */
    FAULT_FOUND(null),
    /** Yesterday's head did not arrive everywhere outside. */
    ANCHOR_FAILED(null),
    /** A key that another authority had certified was replaced; the new one has only our own certificate. */
    FOREIGN_CERTIFICATE_ENDED(null);

    private final @Nullable AuditRefusal refusal;

    LedgerAlarm(@Nullable AuditRefusal refusal) {
        this.refusal = refusal;
    }

    /** Why nothing may be written while this lasts; empty if writing goes on. */
    Optional<AuditRefusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Whether signing is refused while this lasts. */
    public boolean isReadOnly() {
        return refusal != null;
    }
}
