package vn.camket.identity;

import java.util.Base64;
import java.util.Optional;

/**
 * What a passkey answered to a challenge (WebAuthn, section 6.3.3), byte for byte.
 *
 * @param credentialId which key signed
 * @param signature over the authenticator data and SHA-256 of the client data: DER for ES256, PKCS#1 v1.5 for RS256
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Assertion(byte[] credentialId, byte[] authenticatorData, byte[] clientData, byte[] signature) {
    /** What it says it answers to; that it is so, {@link PasskeyProof} checks. Empty if the client data is malformed. */
    public Optional<byte[]> challenge() {
        try {
            return Optional.of(
                    Base64.getUrlDecoder().decode(ClientData.of(clientData).challenge()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
