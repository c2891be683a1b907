package vn.camket.pledge;

/**
 * How a pledge was signed. A password typed again is an electronic confirmation (xác nhận điện tử), not a digital
 * signature (chữ ký số) in the sense of Law 20/2023/QH15, articles 3 and 22.
 */
public enum SignatureMethod {
    ELECTRONIC_CONFIRMATION
}
