package vn.camket.audit;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The log at one moment, signed: how many leaves it had and their root. Inserted with the leaves it adds; never changed.
 *
 * @param previousSize size of the head before, 0 for the first: no head can be taken out of the row
 * @param signedAt to the millisecond; later than that of every head before
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out to be changed
public record TreeHead(long size, long previousSize, byte[] root, Instant signedAt, String keyId, byte[] signature) {
    /** The signed text. @param origin name of the log */
    public String text(String origin) {
        return LogText.head(origin, size, root, signedAt, previousSize);
    }

    public String rootHex() {
        return LogText.hex(root);
    }

    /** As receipts, copies and the public address give it; see src/doc/ledger.md. */
    Map<String, Object> fields(String origin) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("origin", origin);
        fields.put("tree_size", size);
        fields.put("previous_size", previousSize);
        fields.put("root", rootHex());
        fields.put("time", LogText.moment(signedAt));
        fields.put("key", keyId);
        fields.put("text", text(origin));
        fields.put("signature", Base64.getEncoder().encodeToString(signature));
        return fields;
    }
}
