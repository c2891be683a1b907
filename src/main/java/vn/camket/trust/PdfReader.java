package vn.camket.trust;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;

/**
 * Reads PDF syntax strictly (ISO 32000-1, 7.2 and 7.3): what a lenient reader would guess is refused here, so that no two
 * programs see different things in a file that passed. Takes time in proportion to the bytes; depth and number of values
 * are bounded.
 */
final class PdfReader {
    /** A fault of syntax, or one bound too many. */
    static final class Malformed extends RuntimeException {
        Malformed(String what, int at) {
            super(what + " at " + at, null, false, false);
        }
    }

    private static final int DEEPEST = 24;
    private static final int MOST_VALUES = 60_000;
    private static final int LONGEST_NAME = 127;
    private static final String DELIMITERS = "()<>[]{}/%";

    private final byte[] file;
    private final int end;
    private int at;
    private int values;

    /** @param end the byte after the last that may be read */
    PdfReader(byte[] file, int at, int end) {
        this.file = file;
        this.at = at;
        this.end = end;
    }

    int at() {
        return at;
    }

    /** An indirect object with its number, from "n g obj" to "endobj". */
    PdfValue object(PdfValue.Reference expected) {
        if (integer() != expected.number() || integer() != expected.generation()) {
            throw fault("Another object than the table says");
        }
        take("obj");
        var value = value(0);
        blanks();
        if (value instanceof PdfValue.Dictionary dictionary && isNext("stream")) {
            value = stream(dictionary);
            blanks();
        }
        take("endobj");
        return value;
    }

    /** The length must be told directly: where it stands elsewhere programs may disagree about it. */
    private PdfValue.Stream stream(PdfValue.Dictionary dictionary) {
        take("stream");
        if (peek() == '\r') {
            at++;
        }
        if (peek() != '\n') {
            throw fault("No line end before a stream");
        }
        at++;
        if (!(dictionary.get("Length") instanceof PdfValue.Numeral length)
                || length.value() != Math.rint(length.value())
                || length.value() < 0
                || length.value() > end - at) {
            throw fault("A stream without its length");
        }
        var from = at;
        at += (int) length.value();
        blanks();
        take("endstream");
        return new PdfValue.Stream(dictionary, from, (int) length.value());
    }

    PdfValue value() {
        return value(0);
    }

    private PdfValue value(int depth) {
        if (depth > DEEPEST || ++values > MOST_VALUES) {
            throw fault("Too deep or too many");
        }
        blanks();
        return switch (peek()) {
            case '/' -> name();
            case '(' -> literal();
            case '[' -> row(depth);
            case '<' -> isNext("<<") ? dictionary(depth) : hexadecimal();
            case '+', '-', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> numeralOrReference();
            default -> word();
        };
    }

    private PdfValue.Dictionary dictionary(int depth) {
        at += 2;
        var entries = new LinkedHashMap<String, PdfValue>();
        for (blanks(); !isNext(">>"); blanks()) {
            if (peek() != '/') {
                throw fault("No key");
            }
            var key = name().text();
            if (entries.put(key, value(depth + 1)) != null) {
                throw fault("A key twice");
            }
        }
        at += 2;
        return new PdfValue.Dictionary(entries);
    }

    private PdfValue.Row row(int depth) {
        at++;
        var elements = new ArrayList<PdfValue>();
        for (blanks(); peek() != ']'; blanks()) {
            elements.add(value(depth + 1));
        }
        at++;
        return new PdfValue.Row(elements);
    }

    private PdfValue.Name name() {
        at++;
        var name = new StringBuilder();
        while (at < end && isRegular(file[at])) {
            name.append(file[at] == '#' ? escaped() : (char) (file[at++] & 0xff));
        }
        if (name.length() > LONGEST_NAME) {
            throw fault("A long name");
        }
        return new PdfValue.Name(name.toString());
    }

    private char escaped() {
        at++;
        var high = digit();
        var character = (char) (16 * high + digit());
        if (character == 0) {
            throw fault("A zero in a name");
        }
        return character;
    }

    private int digit() {
        var digit = Character.digit(peek(), 16);
        if (digit < 0) {
            throw fault("No hexadecimal digit");
        }
        at++;
        return digit;
    }

    private PdfValue.Text hexadecimal() {
        at++;
        var bytes = new StringBuilder();
        for (blanks(); peek() != '>'; blanks()) {
            var high = digit();
            blanks();
            bytes.append((char) (16 * high + (peek() == '>' ? 0 : digit())));
        }
        at++;
        return new PdfValue.Text(bytes.toString());
    }

    /** Escapes stay as they are written: nothing is compared with such a text but another of the same writing. */
    private PdfValue.Text literal() {
        var from = ++at;
        for (var open = 1; open > 0; at++) {
            switch (peek()) {
                case '\\' -> at++;
                case '(' -> open++;
                case ')' -> open--;
                default -> {}
            }
        }
        if (at > end) {
            throw fault("The file ends");
        }
        return new PdfValue.Text(new String(file, from, at - 1 - from, StandardCharsets.ISO_8859_1));
    }

    private PdfValue numeralOrReference() {
        var number = numeral();
        var after = at;
        if (isWhole(number) && at < end && isBlank(file[at])) {
            blanks();
            if (at < end && Character.isDigit((char) file[at])) {
                var generation = numeral();
                blanks();
                if (isWhole(generation) && isNext("R") && (at + 1 >= end || !isRegular(file[at + 1]))) {
                    at++;
                    return new PdfValue.Reference((int) number, (int) generation);
                }
            }
            at = after;
        }
        return new PdfValue.Numeral(number);
    }

    private static boolean isWhole(double number) {
        return number >= 0 && number == Math.rint(number) && number < Integer.MAX_VALUE;
    }

    private double numeral() {
        var from = at;
        while (at < end && isRegular(file[at])) {
            at++;
        }
        var written = new String(file, from, Math.min(at - from, 40), StandardCharsets.ISO_8859_1);
        if (!written.matches("[+-]?(\\d{1,15}(\\.\\d{0,15})?|\\.\\d{1,15})")) {
            throw fault("No number");
        }
        return Double.parseDouble(written);
    }

    /** A whole number that is not negative. */
    int integer() {
        blanks();
        var number = numeral();
        if (!isWhole(number)) {
            throw fault("No whole number");
        }
        return (int) number;
    }

    private PdfValue.Word word() {
        for (var word : new String[] {"true", "false", "null"}) {
            if (isNext(word)) {
                take(word);
                return new PdfValue.Word(word);
            }
        }
        throw fault("Nothing known");
    }

    /** Takes a word that must stand here, after blanks, and end here. */
    void take(String word) {
        blanks();
        if (!isNext(word) || (at + word.length() < end && isRegular(file[at + word.length()]))) {
            throw fault("No " + word);
        }
        at += word.length();
    }

    boolean isNext(String word) {
        var bytes = word.getBytes(StandardCharsets.US_ASCII);
        return at + bytes.length <= end && Arrays.equals(file, at, at + bytes.length, bytes, 0, bytes.length);
    }

    /** Blanks and comments. */
    void blanks() {
        while (at < end && (isBlank(file[at]) || file[at] == '%')) {
            if (file[at] == '%') {
                while (at < end && file[at] != '\n' && file[at] != '\r') {
                    at++;
                }
            } else {
                at++;
            }
        }
    }

    private char peek() {
        if (at >= end) {
            throw fault("The file ends");
        }
        return (char) (file[at] & 0xff);
    }

    static boolean isBlank(byte one) {
        return one == ' ' || one == '\n' || one == '\r' || one == '\t' || one == '\f' || one == 0;
    }

    private static boolean isRegular(byte one) {
        return !isBlank(one) && DELIMITERS.indexOf(one & 0xff) < 0;
    }

    Malformed fault(String what) {
        return new Malformed(what, at);
    }
}
