package vn.camket.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link CanonicalRecord} writes, and nothing else: no blanks, no fractions. */
final class CanonicalReader {
    private final String json;
    private int at;

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
        take('{');
        while (next() != '}') {
            if (!fields.isEmpty()) {
                take(',');
            }
            var name = text();
            take(':');
            fields.put(name, value());
        }
        take('}');
        return fields;
    }

    private List<@Nullable Object> list() {
        var elements = new ArrayList<@Nullable Object>();
        take('[');
        while (next() != ']') {
            if (!elements.isEmpty()) {
                take(',');
            }
            elements.add(value());
        }
        take(']');
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
            case 'u' -> (char) Integer.parseInt(json.substring(at, at += 4), 16);
            default -> throw unexpected();
        };
    }

    private Long number() {
        var start = at;
        while (at < json.length() && (Character.isDigit(json.charAt(at)) || json.charAt(at) == '-')) {
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
