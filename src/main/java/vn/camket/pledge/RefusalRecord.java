package vn.camket.pledge;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.Ledger;
import vn.camket.platform.access.Authentication;

/**
 * A declared refusal as the ledger keeps it; the form is described in {@code src/doc/ledger.md}.
 *
 * @param content what was not signed, word for word
 * @param sequence from 1, one for each refusal of the same pledge by the same person
 * @param authentication how the person was proved at that moment
 * @param reasonSha256 of salt and reason, in hexadecimal: the reason itself stays out of the log and can be erased
 * @param nonce 128 random bits in hexadecimal
 */
public record RefusalRecord(
        PledgeContent content,
        int sequence,
        Authentication authentication,
        String reasonSha256,
        Instant refusedAt,
        String nonce) {
    /** Kind of the ledger entry. */
    public static final String KIND = "PLEDGE_REFUSED";

    private static final int VERSION = 1;

    /** Why somebody does not sign, with the salt that keeps its hash from being guessed. */
    @SuppressWarnings("ArrayRecordComponent") // made once, never compared
    public record Reason(String words, byte[] salt) {
        static Reason of(String words) {
            var salt = new byte[16];
            new SecureRandom().nextBytes(salt);
            return new Reason(words, salt);
        }

        /** SHA-256 of the salt's bytes followed by the words in UTF-8, in hexadecimal. */
        public String sha256() {
            return HexFormat.of().formatHex(Ledger.sha256(salt, words.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** The fields from which {@link vn.camket.audit.CanonicalRecord} makes the bytes. */
    public Map<String, @Nullable Object> fields() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("version", VERSION);
        fields.put("kind", KIND);
        fields.putAll(content.fields());
        fields.put("sequence", sequence);
        fields.put("authentication", authentication.name());
        fields.put("reason_sha256", reasonSha256);
        fields.put("refused_at", RecordTime.write(refusedAt));
        fields.put("nonce", nonce);
        return fields;
    }
}
