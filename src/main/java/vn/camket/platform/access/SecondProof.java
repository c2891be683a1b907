package vn.camket.platform.access;

import vn.camket.platform.Refusal;

/** Proves the caller again, in this very moment, before an act that must not happen from a screen left alone. */
public interface SecondProof {
    /** Name of the request's parameter that holds the six digits; the tag {@code ck:proof} sends it. */
    String CODE = "one-time-code";

    /**
     * @param password the caller's own, typed again; who has set a code sends it along as {@link #CODE}
     * @return what proved the caller
     * @throws Refusal if it is not, or after too many failures
     */
    Authentication proveAgain(String password);

    /** Which field of {@code ck:proof} a refusal is about. @param password id of the field of the password */
    static String field(Refusal refusal, String password) {
        return refusal.reason().name().startsWith("CODE_") ? password + "-code" : password;
    }
}
