package vn.camket.audit;

/** Who signs for the log. */
@FunctionalInterface
interface LogSigner {
    /** @param signature DER */
    @SuppressWarnings("ArrayRecordComponent") // never handed out to be changed
    record Signed(String keyId, byte[] signature) {}

    /** Signs the UTF-8 bytes of a text with the log key that is current now. */
    Signed sign(String text);
}
