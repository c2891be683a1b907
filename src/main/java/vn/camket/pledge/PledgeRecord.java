package vn.camket.pledge;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.CanonicalRecord;
import vn.camket.platform.access.Authentication;

/**
 * A signed pledge as the ledger keeps it: the legal object, of which pages and PDF are only views. The form is described
 * in {@code src/doc/ledger.md}; a new form gets a new version number and old records stay as they are.
 *
 * @param version of the form, 1 or 2; a record of form 1 is the first signature, supersedes none and has no commitments
 * @param sequence which signature of this step of the enrolment it is, from 1
 * @param supersedes leaf hash, in hexadecimal, of the signature that stood until this one; null if none stood
 * @param authentication how the signer was proved at that moment
 * @param nonce 128 random bits in hexadecimal: nobody can guess a record from its hash
 * @param lookupCodeSha256 of the code on the receipt, so that the record alone does not give the code away
 */
public record PledgeRecord(
        int version,
        PledgeContent content,
        int sequence,
        @Nullable String supersedes,
        SignatureMethod method,
        Authentication authentication,
        Instant signedAt,
        String nonce,
        String lookupCodeSha256) {
    /** Kind of the ledger entry. */
    public static final String KIND = "PLEDGE_SIGNED";

    /** The form in which new records are written. */
    public static final int VERSION = 2;

    /** The fields from which {@link CanonicalRecord} makes the bytes. */
    public Map<String, @Nullable Object> fields() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("version", version);
        fields.put("kind", KIND);
        fields.putAll(content.fields());
        if (version > 1) {
            fields.put("sequence", sequence);
            fields.put("supersedes", supersedes);
            fields.put(
                    "commitments",
                    content.commitments().stream()
                            .map(PledgeContent.Commitment::fields)
                            .toList());
        }
        fields.put("method", method.name());
        fields.put("authentication", authentication.name());
        fields.put("signed_at", RecordTime.write(signedAt));
        fields.put("nonce", nonce);
        fields.put("lookup_code_sha256", lookupCodeSha256);
        return fields;
    }

    /** @throws RuntimeException if the bytes are not a record of this kind in a known form */
    static PledgeRecord read(byte[] record) {
        var fields = new RecordFields(CanonicalRecord.read(record));
        var version = Math.toIntExact(fields.number("version"));
        if (version < 1 || version > VERSION || !KIND.equals(fields.text("kind"))) {
            throw new IllegalArgumentException("Not a record of a pledge in a form up to " + VERSION);
        }
        return new PledgeRecord(
                version,
                PledgeContent.from(fields),
                version > 1 ? Math.toIntExact(fields.number("sequence")) : 1,
                version > 1 ? fields.maybe("supersedes") : null,
                SignatureMethod.valueOf(fields.text("method")),
                Authentication.valueOf(fields.text("authentication")),
                RecordTime.read(fields.text("signed_at")),
                fields.text("nonce"),
                fields.text("lookup_code_sha256"));
    }
}
