package vn.camket.identity;

/**
 * What a passkey answered to a challenge (WebAuthn, section 6.3.3), byte for byte.
 *
 * @param credentialId which key signed
 * @param signature over the authenticator data and SHA-256 of the client data: DER for ES256, PKCS#1 v1.5 for RS256
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Assertion(byte[] credentialId, byte[] authenticatorData, byte[] clientData, byte[] signature) {}
