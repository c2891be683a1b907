package vn.camket.audit;

/** Ways on which a head leaves the building. */
public enum AnchorChannel {
    /** A folder, best on another host. */
    FOLDER,
    /** Another agency that takes heads over HTTP and keeps them. */
    WITNESS,
    /** Letters to people who keep them. */
    MAIL,
    /** A timestamp authority after RFC 3161, whose token dates the head and all below it. */
    TIMESTAMP
}
