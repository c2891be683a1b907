package vn.camket.pledge;

/** What ended a signature. Its record and its place in the ledger stay as they were. */
public enum EndKind {
    /** The signer asked for it and the head agreed. */
    WITHDRAWN,
    /** The head gave it back to be signed again. */
    RETURNED,
    /** The signer signed again, and that signature took its place. */
    SUPERSEDED
}
