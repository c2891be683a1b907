package vn.camket.audit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Where in the log each key ended, learned from its KEY entries as they come by: the row of the key could have been
 * changed together with what the key is said to have signed.
 */
final class KeyEnds {
    /** Another node may sign receipts for that long before it learns that the key was replaced. */
    private static final Duration UNAWARE = Duration.ofMinutes(2);

    private static final byte[] KIND = ("\"kind\":\"" + SigningKeys.KIND + "\"").getBytes(StandardCharsets.US_ASCII);

    private record End(long leafIndex, Instant at) {}

    private final Map<String, End> ends = new HashMap<>();

    /** Looks whether a leaf ends a key; the first end of a key is the one that counts. */
    void learn(long leafIndex, byte[] record) {
        if (!holds(record)) {
            return;
        }
        try {
            var fields = CanonicalRecord.read(record);
            if (SigningKeys.KIND.equals(fields.get("kind"))
                    && ("RETIRED".equals(fields.get("act")) || "LEAKED".equals(fields.get("act")))) {
                ends.putIfAbsent(
                        String.valueOf(fields.get("key")),
                        new End(leafIndex, Instant.parse(String.valueOf(fields.get("at")))));
            }
        } catch (IllegalArgumentException | java.time.DateTimeException damaged) {
            // as a leaf it has been named, and it ends nothing
        }
    }

    /** @param previousSize of a head: one that has the end itself among its new leaves may still be signed by the key */
    boolean isHeadTooLate(String key, long previousSize) {
        var end = ends.get(key);
        return end != null && previousSize > end.leafIndex();
    }

    /** @param lastHead time of the head before the leaf */
    boolean isReceiptTooLate(String key, Instant lastHead) {
        var end = ends.get(key);
        return end != null && lastHead.isAfter(end.at().plus(UNAWARE));
    }

    /** Whether it is worth reading: of two million records a few are about keys. */
    private static boolean holds(byte[] record) {
        for (var start = 0; start <= record.length - KIND.length; start++) {
            if (record[start] == KIND[0]
                    && java.util.Arrays.equals(record, start, start + KIND.length, KIND, 0, KIND.length)) {
                return true;
            }
        }
        return false;
    }
}
