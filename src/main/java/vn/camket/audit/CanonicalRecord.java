package vn.camket.audit;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.VietnameseText;

/**
 * JSON in one form only (RFC 8785 over NFC text): keys sorted by UTF-16, no blanks, no fractions, whole numbers below
 * 2^53. The same fields always give the same bytes.
 */
public final class CanonicalRecord {
    private static final long LARGEST = (1L << 53) - 1;
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]|\\p{Cs}");

    private CanonicalRecord() {}

    /** @throws IllegalArgumentException for fractions, lone surrogates, invisible or bidirectional controls, other types */
    public static byte[] of(Map<String, ?> fields) {
        var json = new StringBuilder();
        write(json, fields);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The fields of a record. Only for showing them: a record is checked by hashing its stored bytes, never by writing it
     * again.
     *
     * @return text, {@link Long}, {@link Boolean}, {@link java.util.List}, {@link Map} or null for each field
     * @throws IllegalArgumentException for anything that {@link #of} could not have written
     */
    public static Map<String, @Nullable Object> read(byte[] record) {
        return new CanonicalReader(new String(record, StandardCharsets.UTF_8)).record();
    }

    private static void write(StringBuilder json, @Nullable Object value) {
        if (value == null) {
            json.append("null");
        } else if (value instanceof String text) {
            writeText(json, text);
        } else if (value instanceof Boolean truth) {
            json.append(truth);
        } else if (value instanceof Integer || value instanceof Long) {
            writeNumber(json, ((Number) value).longValue());
        } else if (value instanceof Map<?, ?> map) {
            writeMap(json, map);
        } else if (value instanceof Collection<?> list) {
            writeList(json, list);
        } else {
            throw new IllegalArgumentException("Not for a record: " + value.getClass());
        }
    }

    private static void writeMap(StringBuilder json, Map<?, ?> map) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        var separator = '{';
        if (sorted.isEmpty()) {
            json.append('{');
        }
        for (var field : sorted.entrySet()) {
            json.append(separator);
            writeText(json, field.getKey());
            json.append(':');
            write(json, field.getValue());
            separator = ',';
        }
        json.append('}');
    }

    private static void writeList(StringBuilder json, Collection<?> list) {
        json.append('[');
        var first = true;
        for (var element : list) {
            if (!first) {
                json.append(',');
            }
            write(json, element);
            first = false;
        }
        json.append(']');
    }

    private static void writeNumber(StringBuilder json, long number) {
        if (Math.abs(number) > LARGEST) {
            throw new IllegalArgumentException("Too large for a record: " + number);
        }
        json.append(number);
    }

    private static void writeText(StringBuilder json, String raw) {
        var text = VietnameseText.nfc(raw).replace("\r\n", "\n");
        if (FORBIDDEN.matcher(text).find()) {
            throw new IllegalArgumentException("A character that must not stand in a record: " + raw);
        }
        json.append('"');
        for (var index = 0; index < text.length(); index++) {
            writeCharacter(json, text.charAt(index));
        }
        json.append('"');
    }

    private static void writeCharacter(StringBuilder json, char character) {
        switch (character) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\f' -> json.append("\\f");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                if (character < 0x20) {
                    json.append(String.format("\\u%04x", (int) character));
                } else {
                    json.append(character);
                }
            }
        }
    }
}
