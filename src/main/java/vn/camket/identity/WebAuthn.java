package vn.camket.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import vn.camket.audit.Ledger;

/**
 * Checks what a passkey made or signed (W3C Web Authentication Level 2, sections 7.1 and 7.2), for one relying party, without
 * attestation. Written with the JDK: what is left of the standard without attestation is a few comparisons and one
 * signature, while the libraries bring 3.5 to 9 MB and a JSON mapper each.
 */
final class WebAuthn {
    /** Why a ceremony failed. */
    enum Fault {
        FORM,
        TYPE,
        CHALLENGE,
        ORIGIN,
        RELYING_PARTY,
        NOBODY_PRESENT,
        NOBODY_VERIFIED,
        SIGNATURE,
        COUNTER
    }

    /** A ceremony that proves nothing. */
    static final class Failed extends Exception {
        private final Fault fault;

        Failed(Fault fault) {
            super(fault.name());
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    /** @param origin of the pages: scheme, host, and port unless the usual one; @param relyingParty its host */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Expected(String origin, String relyingParty, byte[] challenge) {}

    private WebAuthn() {}

    /** Checks a new key. @return its authenticator data, credential and all */
    static AuthenticatorData made(Expected expected, byte[] clientData, byte[] attestation) throws Failed {
        checkClientData(expected, "webauthn.create", clientData);
        try {
            if (!(Cbor.map(ByteBuffer.wrap(attestation)).get("authData") instanceof byte[] bytes)) {
                throw new Failed(Fault.FORM);
            }
            var data = AuthenticatorData.of(bytes);
            check(expected, data);
            if (data.credential() == null) {
                throw new Failed(Fault.FORM);
            }
            return data;
        } catch (IllegalArgumentException malformed) {
            throw new Failed(Fault.FORM);
        }
    }

    /**
     * Checks a signature.
     *
     * @param spki the public key that was enrolled; @param count the highest number of signatures seen so far
     * @return how many the authenticator has made now; 0 if it does not count
     */
    static long signed(Expected expected, byte[] spki, long count, Assertion assertion) throws Failed {
        checkClientData(expected, "webauthn.get", assertion.clientData());
        var data = read(assertion.authenticatorData());
        check(expected, data);
        var message = ByteBuffer.allocate(assertion.authenticatorData().length + 32)
                .put(assertion.authenticatorData())
                .put(Ledger.sha256(assertion.clientData()))
                .array();
        if (!verifies(spki, message, assertion.signature())) {
            throw new Failed(Fault.SIGNATURE);
        }
        if ((data.signCount() != 0 || count != 0) && data.signCount() <= count) {
            throw new Failed(Fault.COUNTER);
        }
        return data.signCount();
    }

    private static AuthenticatorData read(byte[] bytes) throws Failed {
        try {
            return AuthenticatorData.of(bytes);
        } catch (IllegalArgumentException malformed) {
            throw new Failed(Fault.FORM);
        }
    }

    private static void check(Expected expected, AuthenticatorData data) throws Failed {
        if (!MessageDigest.isEqual(
                Ledger.sha256(expected.relyingParty().getBytes(StandardCharsets.UTF_8)), data.relyingPartyHash())) {
            throw new Failed(Fault.RELYING_PARTY);
        }
        if (!data.isPresent()) {
            throw new Failed(Fault.NOBODY_PRESENT);
        }
        if (!data.isVerified()) {
            throw new Failed(Fault.NOBODY_VERIFIED);
        }
    }

    private static void checkClientData(Expected expected, String type, byte[] clientData) throws Failed {
        var data = data(clientData);
        if (!type.equals(data.type())) {
            throw new Failed(Fault.TYPE);
        }
        var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(expected.challenge());
        if (!challenge.equals(data.challenge())) {
            throw new Failed(Fault.CHALLENGE);
        }
        if (!expected.origin().equals(data.origin()) || data.crossOrigin()) {
            throw new Failed(Fault.ORIGIN);
        }
    }

    private static ClientData data(byte[] clientData) throws Failed {
        try {
            return ClientData.of(clientData);
        } catch (IllegalArgumentException malformed) {
            throw new Failed(Fault.FORM);
        }
    }

    private static boolean verifies(byte[] spki, byte[] message, byte[] signature) {
        try {
            var key = CoseKey.stored(spki);
            var verifier = Signature.getInstance("EC".equals(key.getAlgorithm()) ? "SHA256withECDSA" : "SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }
}
