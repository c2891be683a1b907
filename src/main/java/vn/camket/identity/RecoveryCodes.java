package vn.camket.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import vn.camket.audit.Ledger;

/**
 * Ten codes for the day the telephone is lost, 80 random bits each, as four groups of four letters and digits (RFC 4648:
 * no 0, 1, 8, 9). So long that a plain hash is enough.
 */
final class RecoveryCodes {
    private static final int COUNT = 10;
    private static final int BYTES = 10;

    private RecoveryCodes() {}

    /** The codes of a set-up: made from its random seed, so that the same form sent twice shows the same ones. */
    static List<String> of(byte[] seed) {
        return IntStream.range(0, COUNT)
                .mapToObj(index -> grouped(Base32.toBase32String(Arrays.copyOf(hmac(seed, index), BYTES))))
                .toList();
    }

    /** @param typed case, dashes and blanks do not matter */
    static byte[] hash(long accountId, String typed) {
        var code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('0', 'O')
                .replace('1', 'I');
        return Ledger.sha256(("recovery:" + accountId + ":" + code).getBytes(StandardCharsets.UTF_8));
    }

    private static String grouped(String code) {
        return code.replaceAll("(.{4})(?!$)", "$1-");
    }

    private static byte[] hmac(byte[] seed, int index) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            return mac.doFinal(new byte[] {(byte) index});
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
