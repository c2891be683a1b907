package vn.camket.identity;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.util.encoders.Base32;

/** A secret that waits for its first code, with the seed of its recovery codes. Nothing of it is stored: a form carries it, sealed. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TotpDraft(Instant madeAt, byte[] secret, byte[] seed) {
    private static final int SEED_BYTES = 16;
    private static final Duration LIFE = Duration.ofMinutes(10);

    static TotpDraft fresh(Instant now) {
        return new TotpDraft(now, Secrets.bytes(Totp.SECRET_BYTES), Secrets.bytes(SEED_BYTES));
    }

    /** @throws IllegalArgumentException unless {@link #bytes} made them */
    static TotpDraft of(byte[] bytes) {
        if (bytes.length != Long.BYTES + Totp.SECRET_BYTES + SEED_BYTES) {
            throw new IllegalArgumentException("A draft of " + bytes.length + " bytes");
        }
        var buffer = ByteBuffer.wrap(bytes);
        var madeAt = Instant.ofEpochMilli(buffer.getLong());
        var secret = new byte[Totp.SECRET_BYTES];
        var seed = new byte[SEED_BYTES];
        buffer.get(secret).get(seed);
        return new TotpDraft(madeAt, secret, seed);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(Long.BYTES + Totp.SECRET_BYTES + SEED_BYTES)
                .putLong(madeAt.toEpochMilli())
                .put(secret)
                .put(seed)
                .array();
    }

    boolean isExpired(Instant now) {
        return now.isAfter(madeAt.plus(LIFE));
    }

    List<String> recoveryCodes() {
        return RecoveryCodes.of(seed);
    }

    /** As applications take it. */
    String base32() {
        return Base32.toBase32String(secret);
    }
}
