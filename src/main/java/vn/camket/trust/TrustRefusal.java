package vn.camket.trust;

import vn.camket.platform.RefusalReason;

/** Reasons not to take a signed copy, not to change the list. */
public enum TrustRefusal implements RefusalReason {
    /** The file has {0} MB, {1} fit. */
    FILE_TOO_LARGE,
    /** The part that was added is not well-formed, or more than a signature can need. */
    FILE_UNREADABLE,
    /** The file does not begin with the very bytes that were issued for this pledge. */
    NOT_THE_ISSUED_FILE,
    /** Nothing was signed. */
    NO_NEW_SIGNATURE,
    /** More than one signature was added. */
    SEVERAL_SIGNATURES,
    /** Something was added besides the one revision with the signature. */
    FURTHER_REVISION,
    /** The signature does not cover the whole file. */
    RANGE_WRONG,
    /** There are bytes behind the signature in its place. */
    BYTES_BEHIND_SIGNATURE,
    /** The form of the signature is none of those that are known. */
    FORM_UNKNOWN,
    /** The signature does not fit the file or its certificate. */
    SIGNATURE_WRONG,
    /** The hash {0} is too weak. */
    DIGEST_WEAK,
    /** The key {0} is too weak. */
    KEY_WEAK,
    /** {0} of the document was changed. */
    CONTENT_CHANGED,
    /** The picture of the signature covers words of the pledge. */
    PICTURE_COVERS_TEXT,
    /** The certificate ended on {0}. */
    CERTIFICATE_EXPIRED,
    /** The certificate begins on {0}. */
    CERTIFICATE_NOT_YET_VALID,
    /** No way leads from the issuer {0} to an authority of the list. */
    ISSUER_NOT_TRUSTED,
    /** The certificate was revoked on {0}. */
    CERTIFICATE_REVOKED,
    /** The certificate is not made for signing. */
    KEY_USAGE_WRONG,
    /** The certificate belongs to somebody else. */
    OTHER_PERSON,
    /** The organisation holds no citizen number of the person. */
    PERSON_UNKNOWN,
    /** The time stamp in the signature is wrong. */
    TIMESTAMP_WRONG,
    /** So many files are being checked that this one has no place; nothing is said of it. */
    BUSY,

    /** No file, or an empty one, was sent. */
    FILE_MISSING,
    /** The file holds no certificate. */
    NO_CERTIFICATE,
    /** The certificate is not one of an authority. */
    NOT_AN_AUTHORITY,
    /** The certificate is in the list already. */
    LISTED_ALREADY,
    /** The file holds no list of revoked certificates. */
    NO_REVOCATION_LIST,
    /** The list of revoked certificates is by no authority of the list. */
    REVOCATION_LIST_FOREIGN,
    /** The list of revoked certificates is of {0}, too old. */
    REVOCATION_LIST_OLD,
    /** Somebody else changed the list meanwhile. */
    CHANGED_MEANWHILE,
    /** A deactivation needs a reason. */
    REASON_MISSING
}
