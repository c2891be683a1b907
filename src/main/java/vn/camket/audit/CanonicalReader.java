package vn.camket.audit;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link CanonicalRecord} writes, and nothing else: no blanks, no fractions. */
final class CanonicalReader {
    /** Far more than any record needs. */
    private static final int DEEPEST = 32;

    private final String json;
    private int at;
    private int depth;

    CanonicalReader(String json) {
        this.json = json;
    }

    Map<String, @Nullable Object> record() {
        var fields = map();
        if (at != json.length()) {
            throw unexpected();
        }
        return fields;
    }

    private @Nullable Object value() {
        if (depth > DEEPEST) {
            throw unexpected();
        }
        return switch (next()) {
            case '{' -> map();
            case '[' -> list();
            case '"' -> text();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> map() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        depth++;
        take('{');
        while (next() != '}') {
            if (!fields.isEmpty()) {
                take(',');
            }
            var name = text();
            take(':');
            if (fields.containsKey(name)) {
                throw unexpected();
            }
            fields.put(name, value());
        }
        take('}');
        depth--;
        return fields;
    }

    private List<@Nullable Object> list() {
        var elements = new ArrayList<@Nullable Object>();
        depth++;
        take('[');
        while (next() != ']') {
            if (!elements.isEmpty()) {
                take(',');
            }
            elements.add(value());
        }
        take(']');
        depth--;
        return elements;
    }

    private String text() {
        var text = new StringBuilder();
        take('"');
        while (next() != '"') {
            var character = json.charAt(at++);
            text.append(character == '\\' ? escaped() : character);
        }
        take('"');
        return text.toString();
    }

    private char escaped() {
        next();
        var escape = json.charAt(at++);
        return switch (escape) {
            case '"', '\\' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> numbered();
            default -> throw unexpected();
        };
    }

    private char numbered() {
        if (at + 4 > json.length()) {
            throw unexpected();
        }
        var written = json.substring(at, at + 4);
        at += 4;
        return (char) HexFormat.fromHexDigits(written);
    }

    private Long number() {
        var start = at;
        while (at < json.length() && "-0123456789".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
        if (start == at) {
            throw unexpected();
        }
        return Long.valueOf(json.substring(start, at));
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        if (!json.startsWith(word, at)) {
            throw unexpected();
        }
        at += word.length();
        return meaning;
    }

    private char next() {
        if (at >= json.length()) {
            throw unexpected();
        }
        return json.charAt(at);
    }

    private void take(char expected) {
        if (next() != expected) {
            throw unexpected();
        }
        at++;
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("Not a canonical record, at " + at);
    }
}
