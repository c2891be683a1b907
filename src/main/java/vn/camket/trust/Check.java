package vn.camket.trust;

/** What a signed copy is asked, in this order. */
public enum Check {
    /** No larger than 5 MB, what was added well-formed and no more than a signature needs. */
    SIZE,
    /** Begins with the very bytes that were issued. */
    ISSUED_BYTES,
    /** One new signature, over the whole file. */
    ONE_SIGNATURE,
    /** Nothing but zeros behind the signature in its place. */
    NOTHING_BEHIND,
    /** The signature verifies, hash and key are strong. */
    CRYPTOGRAPHY,
    /** Nothing else was changed, nothing is covered. */
    CHANGES,
    /** A way leads from the certificate to an authority of the list, at this moment. */
    PATH,
    /** Not revoked. */
    REVOCATION,
    /** The certificate is made for signing. */
    KEY_USAGE,
    /** The certificate is the person's own. */
    PERSON,
    /** A time stamp, where there is one, holds. */
    TIMESTAMP,
    /** File and report are kept, the ledger has their hashes. */
    KEPT
}
