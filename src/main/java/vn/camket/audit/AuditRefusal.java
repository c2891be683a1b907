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
    /** A request needs the name of the certificate. */
    NAME_MISSING,
    /** A request needs the name of the organization. */
    ORGANIZATION_MISSING,
    /** A name in a request has more than {0} characters. */
    NAME_TOO_LONG,
    /** No certificate was handed in. */
    CERTIFICATE_MISSING,
    /** More than {0} kB were handed in. */
    CERTIFICATE_TOO_LARGE,
    /** Certificate {0} of the file is none. */
    CERTIFICATE_UNREADABLE,
    /** {0} certificates were handed in, {1} are the most. */
    CHAIN_TOO_LONG,
    /** Certificates {0} and {1} are the same. */
    CERTIFICATE_TWICE,
    /** The first certificate is not that of the key in use. */
    CERTIFICATE_OF_OTHER_KEY,
    /** The certificate makes the key an authority. */
    CERTIFICATE_OF_AUTHORITY,
    /** The certificate is not for signing documents. */
    CERTIFICATE_USAGE_WRONG,
    /** The certificate of the issuer {0} is missing. */
    CHAIN_INCOMPLETE,
    /** Certificate {0} is not signed by certificate {1}. */
    CHAIN_BROKEN,
    /** Certificate {0} may not issue the one before it. */
    ISSUER_NOT_AUTHORITY,
    /** Certificate {0} does not hold now, but from {1} to {2}. */
    CERTIFICATE_NOT_VALID,
    /** The chain holds until {0} only, within {1} days. */
    CERTIFICATE_ENDS_SOON,
    /** The certificate is in use already. */
    CERTIFIED_ALREADY,
    /** The database is set up so that it may lose what it has confirmed. */
    NOT_DURABLE,
    /** The ledger is read only: the database contradicts what is known outside it, or itself. */
    READ_ONLY,
    /** A verification is under way. */
    CHECK_RUNNING
}
