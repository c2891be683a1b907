package vn.camket.platform.access;

/** Proves the caller again, in this very moment, before an act that must not happen from a screen left alone. */
public interface SecondProof {
    /**
     * @param password the caller's own, typed again
     * @throws vn.camket.platform.Refusal if it is not, or after too many failures
     */
    void proveAgain(String password);
}
