package vn.camket.pledge;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import vn.camket.audit.Ledger;

/**
 * The code on a receipt: 128 random bits in Crockford's base 32, 26 characters. Whoever holds it can check
 * the pledge; it cannot be guessed. Typed with or without dashes, in either case, with O for 0 and I or L for 1.
 */
public record LookupCode(String value) {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException unless the value is in the form in which codes are stored */
    public LookupCode {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("Not a lookup code of " + value.length() + " characters");
        }
    }

    private static boolean isWellFormed(String value) {
        return value.length() == LENGTH
                && value.chars().allMatch(character -> DIGITS.indexOf(character) >= 0)
                && DIGITS.indexOf(value.charAt(0)) < 8;
    }

    public static LookupCode random() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    /** @param bytes 16 of them, the first bit leading */
    public static LookupCode of(byte[] bytes) {
        var number = new java.math.BigInteger(1, bytes);
        var code = new StringBuilder();
        for (var digit = LENGTH - 1; digit >= 0; digit--) {
            code.append(DIGITS.charAt(number.shiftRight(5 * digit).intValue() & 31));
        }
        return new LookupCode(code.toString());
    }

    /** The code somebody typed; empty if no code can be read from it. */
    public static Optional<LookupCode> typed(String typed) {
        var code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\u00A0\\u2010-\\u2015.-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return isWellFormed(code) ? Optional.of(new LookupCode(code)) : Optional.empty();
    }

    /** In groups, for reading and copying by hand: 7Q4M8-3KD2F-6HXYZ-ABCDE-FGHJKM. */
    public String grouped() {
        return String.join(
                "-",
                value.substring(0, 5),
                value.substring(5, 10),
                value.substring(10, 15),
                value.substring(15, 20),
                value.substring(20));
    }

    /** SHA-256 of the 26 characters, in hexadecimal: what the record holds, so that a record alone opens nothing. */
    public String sha256() {
        return HexFormat.of().formatHex(Ledger.sha256(value.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public String toString() {
        return value;
    }
}
