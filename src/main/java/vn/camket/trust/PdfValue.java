package vn.camket.trust;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What PDF syntax can say (ISO 32000-1, 7.3). Two values that say the same are equal, but for streams. */
sealed interface PdfValue {
    /** @param text with its escapes resolved */
    record Name(String text) implements PdfValue {}

    /** @param bytes of a literal or hexadecimal string, one character a byte */
    record Text(String bytes) implements PdfValue {}

    record Numeral(double value) implements PdfValue {}

    /** true, false or null. */
    record Word(String word) implements PdfValue {}

    record Reference(int number, int generation) implements PdfValue {}

    record Row(List<PdfValue> elements) implements PdfValue {}

    /** @param from place of its first byte in the file; @param length in bytes */
    record Stream(Dictionary dictionary, int from, int length) implements PdfValue {}

    record Dictionary(Map<String, PdfValue> entries) implements PdfValue {
        @Nullable
        PdfValue get(String key) {
            return entries.get(key);
        }

        boolean isName(String key, String name) {
            return new Name(name).equals(entries.get(key));
        }
    }
}
