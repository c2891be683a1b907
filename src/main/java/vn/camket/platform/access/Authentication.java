package vn.camket.platform.access;

/** How somebody was proved in the moment of a formal act; the word stands in the record. */
public enum Authentication {
    /** The password, typed again. */
    PASSWORD,
    /** The password and the six digits of a device that only its owner has (RFC 6238). */
    PASSWORD_TOTP,
    /** The signature of a passkey over the record itself (WebAuthn). */
    PASSKEY
}
