package vn.camket.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Six digits that change every thirty seconds (RFC 6238 over RFC 4226): HMAC-SHA-1, 30 seconds, 6 digits, the only
 * combination that every authenticator application understands. It is one MAC and a few shifts, fixed since 2011: less
 * code than calling a library, and nothing to keep up with.
 */
final class Totp {
    static final int SECRET_BYTES = 20;
    private static final int SECONDS = 30;
    private static final int WINDOW = 1;

    private Totp() {}

    /**
     * The time step that a code belongs to, at most one before or after now; empty for a wrong code.
     *
     * @param typed blanks between the digits do not matter
     */
    static OptionalLong step(byte[] secret, String typed, Instant now) {
        var digits = typed.replaceAll("\\s", "");
        var current = step(now);
        var found = OptionalLong.empty();
        for (var step = current - WINDOW; step <= current + WINDOW; step++) {
            if (MessageDigest.isEqual(ascii(code(secret, step)), ascii(digits))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static long step(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS);
    }

    static String code(byte[] secret, long step) {
        return "%06d".formatted(truncated(secret, step) % 1_000_000);
    }

    /** RFC 4226, section 5.3. */
    static int truncated(byte[] secret, long counter) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(counter).array());
            return ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
