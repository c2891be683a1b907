package vn.camket.pledge;

import java.security.SecureRandom;
import java.util.HexFormat;

/** 128 random bits in hexadecimal: a record with them cannot be guessed from its hash. */
final class Nonce {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Nonce() {}

    static String next() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
