package vn.camket.pledge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.camket.platform.VietnameseText;

/** The three faces of a paper, embedded in one document. Refuses letters that they do not have. */
final class PaperFaces {
    final PDFont regular;
    final PDFont bold;
    final PDFont italic;

    private final Map<PDFont, Map<String, Float>> widths = new HashMap<>();

    PaperFaces(PDDocument document) throws IOException {
        regular = face(document, "regular");
        bold = face(document, "bold");
        italic = face(document, "italic");
    }

    private static PDFont face(PDDocument document, String name) throws IOException {
        return PDType0Font.load(document, new ByteArrayInputStream(file(name)), true);
    }

    private static byte[] file(String name) throws IOException {
        try (var stream = PaperFaces.class.getResourceAsStream("fonts/tinos-" + name + ".ttf")) {
            if (stream == null) {
                throw new IllegalStateException("The face " + name + " is not in the application");
            }
            return stream.readAllBytes();
        }
    }

    float width(PDFont font, float size, String text) throws IOException {
        var known = widths.computeIfAbsent(font, any -> new HashMap<>());
        var width = known.get(text);
        if (width == null) {
            width = font.getStringWidth(checked(font, text)) / 1000;
            known.put(text, width);
        }
        return width * size;
    }

    /** @throws IllegalStateException for a letter that the face does not have: a gap in a legal paper is worse than none */
    String checked(PDFont font, String text) throws IOException {
        var composed = VietnameseText.nfc(text);
        try {
            font.encode(composed);
        } catch (IllegalArgumentException missing) {
            throw new IllegalStateException("The paper cannot be printed: " + missing.getMessage(), missing);
        }
        return composed;
    }

    /** The letters, in their order, that no paper could print; empty for a text that can be printed. */
    static String unprintable(String text) {
        var missing = new StringBuilder();
        VietnameseText.nfc(text)
                .codePoints()
                .distinct()
                .filter(letter -> !Printable.LETTERS.contains(letter) && !isBlank(letter))
                .forEach(missing::appendCodePoint);
        return missing.toString();
    }

    private static boolean isBlank(int letter) {
        return letter == '\n' || letter == '\r' || letter == '\t';
    }

    /** What all faces have, read once. */
    private static final class Printable {
        static final Set<Integer> LETTERS = common();

        private static Set<Integer> common() {
            var letters = letters("regular");
            letters.retainAll(letters("bold"));
            letters.retainAll(letters("italic"));
            return Set.copyOf(letters);
        }

        private static Set<Integer> letters(String face) {
            try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file(face)))) {
                var table = font.getUnicodeCmapLookup();
                var letters = new HashSet<Integer>();
                for (var letter = ' '; letter < Character.MAX_VALUE; letter++) {
                    if (table.getGlyphId(letter) != 0) {
                        letters.add((int) letter);
                    }
                }
                return letters;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
