package vn.camket.trust;

/** Whether the numbers in a certificate are those of the person whose pledge it is. */
public enum PersonMatch {
    THE_SAME,
    ANOTHER,
    /** The organisation holds none. */
    UNKNOWN
}
