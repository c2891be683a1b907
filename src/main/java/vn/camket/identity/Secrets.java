package vn.camket.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random values that nobody can guess. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static byte[] bytes(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** 128 bits, 32 hexadecimal digits. */
    static String token() {
        return HexFormat.of().formatHex(bytes(16));
    }

    /** 256 bits for a link or a cookie, URL-safe. */
    static String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }
}
