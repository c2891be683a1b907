package vn.camket.pledge;

/**
 * How a pledge was signed. A password typed again is an electronic confirmation, not a digital
 * signature in the sense of Law 20/2023/QH15, articles 3 and 22.
 */
public enum SignatureMethod {
    ELECTRONIC_CONFIRMATION
}
