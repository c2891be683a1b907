package vn.camket.audit;

import vn.camket.platform.RefusalReason;

/** Reasons to write nothing into the ledger, not to change the keys, not to verify. */
public enum AuditRefusal implements RefusalReason {
    /** The certificate of the key does not hold now, but from {0} to {1}. */
    KEY_NOT_VALID,
    /** The authority's key is not on the server. */
    AUTHORITY_AWAY,
    /** Somebody else changed the keys meanwhile. */
    KEYS_CHANGED_MEANWHILE,
    /** A leak needs a reason. */
    REASON_MISSING,
    /** The database is set up so that it may lose what it has confirmed. */
    NOT_DURABLE,
    /** The ledger is read only: the database contradicts what is known outside it, or itself. */
    READ_ONLY,
    /** A verification is under way. */
    CHECK_RUNNING
}
