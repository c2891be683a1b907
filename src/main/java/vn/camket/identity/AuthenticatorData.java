package vn.camket.identity;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * What an authenticator says of itself and signs (WebAuthn, section 6.1).
 *
 * @param signCount counts its signatures; 0 for one that does not count
 * @param credential the new key; only when one was made
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record AuthenticatorData(byte[] relyingPartyHash, int flags, long signCount, @Nullable Credential credential) {
    /** @param id under which the authenticator finds the key again */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Credential(byte[] id, PublicKey key) {}

    private static final int HASH = 32;
    private static final int AAGUID = 16;
    private static final int LONGEST_ID = 1023;
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    /** @throws IllegalArgumentException if it has another form */
    static AuthenticatorData of(byte[] bytes) {
        try {
            var buffer = ByteBuffer.wrap(bytes);
            var hash = new byte[HASH];
            buffer.get(hash);
            var flags = buffer.get() & 0xff;
            var count = buffer.getInt() & 0xffffffffL;
            return new AuthenticatorData(hash, flags, count, (flags & ATTESTED) == 0 ? null : credential(buffer));
        } catch (BufferUnderflowException cut) {
            throw new IllegalArgumentException("Cut off", cut);
        }
    }

    private static Credential credential(ByteBuffer buffer) {
        buffer.get(new byte[AAGUID]);
        var length = buffer.getShort() & 0xffff;
        if (length == 0 || length > LONGEST_ID) {
            throw new IllegalArgumentException("Id of " + length + " bytes");
        }
        var id = new byte[length];
        buffer.get(id);
        return new Credential(id, CoseKey.of(Cbor.map(buffer)));
    }

    /** Whether somebody touched it. */
    boolean isPresent() {
        return (flags & PRESENT) != 0;
    }

    /** Whether it made sure of its owner, by finger, face or PIN. */
    boolean isVerified() {
        return (flags & VERIFIED) != 0;
    }
}
