package vn.camket.audit;

import vn.camket.platform.RefusalReason;

/** Reasons not to sign and not to change the keys. */
public enum AuditRefusal implements RefusalReason {
    /** The certificate of the key does not hold now, but from {0} to {1}. */
    KEY_NOT_VALID,
    /** The authority's key is not on the server. */
    AUTHORITY_AWAY,
    /** Somebody else changed the keys meanwhile. */
    KEYS_CHANGED_MEANWHILE,
    /** A leak needs a reason. */
    REASON_MISSING
}
