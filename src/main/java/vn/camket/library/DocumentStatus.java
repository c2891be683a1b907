package vn.camket.library;

/** Whether a document may be relied on. */
public enum DocumentStatus {
    IN_FORCE,
    AMENDED,
    EXPIRED,
    UNCONFIRMED
}
