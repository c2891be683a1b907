package vn.camket.audit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;

/**
 * A signed head on its way out.
 *
 * @param day of Vietnam
 * @param fields the head as {@code /api/log/head} gives it
 */
record AnchorLetter(LocalDate day, Map<String, Object> fields) {
    long size() {
        return Long.parseLong(part("tree_size"));
    }

    String part(String name) {
        return String.valueOf(fields.get(name));
    }

    /** The file that is kept outside: canonical JSON. */
    byte[] json() {
        return CanonicalRecord.of(fields);
    }

    /** The signed lines, to which a timestamp belongs. */
    byte[] text() {
        return part("text").getBytes(StandardCharsets.UTF_8);
    }

    String fileName() {
        return "camket-head-" + day + "-" + size() + ".json";
    }
}
