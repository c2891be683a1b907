package vn.camket.pledge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.camket.platform.VietnameseText;

/**
 * A4 sheets written from top to bottom, in points from the top: margins of Decree 30/2020/NĐ-CP (top and bottom 20 mm,
 * left 30 mm, right 15 mm), a new sheet when one is full.
 */
final class PaperSheet {
    /** A stretch of text in one face. */
    record Run(PDFont font, String text) {}

    private record Word(PDFont font, String text, float width) {}

    static final float MM = 72 / 25.4f;
    static final float LEFT = 30 * MM;
    static final float TOP = 20 * MM;
    static final float RIGHT = PDRectangle.A4.getWidth() - 15 * MM;
    static final float BOTTOM = PDRectangle.A4.getHeight() - 20 * MM;
    static final float WIDTH = RIGHT - LEFT;

    final PDFont regular;
    final PDFont bold;
    final PDFont italic;

    private final PDDocument document;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream content;
    private float y = TOP;

    PaperSheet(PDDocument document) throws IOException {
        this.document = document;
        regular = face("regular");
        bold = face("bold");
        italic = face("italic");
        content = openPage();
    }

    private PDFont face(String name) throws IOException {
        try (var stream = PaperSheet.class.getResourceAsStream("fonts/tinos-" + name + ".ttf")) {
            if (stream == null) {
                throw new IllegalStateException("The face " + name + " is not in the application");
            }
            return PDType0Font.load(document, new ByteArrayInputStream(stream.readAllBytes()), true);
        }
    }

    private PDPageContentStream openPage() throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        y = TOP;
        return new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, false);
    }

    void newPage() throws IOException {
        content.close();
        content = openPage();
    }

    float y() {
        return y;
    }

    void moveTo(float newY) {
        y = newY;
    }

    void skip(float height) {
        y += height;
    }

    /** Begins a new sheet unless this one still has that much room. */
    void need(float height) throws IOException {
        if (y + height > BOTTOM) {
            newPage();
        }
    }

    List<PDPage> pages() {
        return pages;
    }

    void close() throws IOException {
        content.close();
    }

    /** Lines centred between two edges; the place below them becomes current. */
    void centred(PDFont font, float size, String text, float from, float to) throws IOException {
        for (var line : lines(words(List.of(new Run(font, text)), size), to - from, 0, size)) {
            var width = width(line, size);
            y += size * 1.25f;
            show(line, from + (to - from - width) / 2, size, 0);
        }
    }

    /**
     * A paragraph over the full width, justified but for its last line.
     *
     * @param indent of the first line
     */
    void paragraph(float size, float indent, float leading, List<Run> runs) throws IOException {
        var lines = lines(words(runs, size), WIDTH, indent, size);
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            need(size * leading);
            y += size * leading;
            var room = WIDTH - (index == 0 ? indent : 0);
            var gaps = line.size() - 1;
            var last = index == lines.size() - 1;
            var stretch = last || gaps == 0 ? 0 : (room - width(line, size)) / gaps;
            show(line, LEFT + (index == 0 ? indent : 0), size, stretch);
        }
    }

    /** One line from a left edge; nothing moves. */
    void line(PDFont font, float size, String text, float x, float baseline) throws IOException {
        var kept = y;
        y = baseline;
        show(words(List.of(new Run(font, text)), size), x, size, 0);
        y = kept;
    }

    void rule(float from, float to, float at) throws IOException {
        content.setLineWidth(0.7f);
        content.moveTo(from, flip(at));
        content.lineTo(to, flip(at));
        content.stroke();
    }

    void box(float x, float top, float width, float height) throws IOException {
        content.setLineWidth(0.7f);
        content.addRect(x, flip(top + height), width, height);
        content.stroke();
    }

    void square(float x, float top, float side) throws IOException {
        content.addRect(x, flip(top + side), side, side);
    }

    void fill() throws IOException {
        content.fill();
    }

    float width(PDFont font, float size, String text) throws IOException {
        return font.getStringWidth(checked(font, text)) / 1000 * size;
    }

    private List<Word> words(List<Run> runs, float size) throws IOException {
        var words = new ArrayList<Word>();
        for (var run : runs) {
            for (var word : run.text().split(" ")) {
                if (!word.isEmpty()) {
                    words.add(new Word(run.font(), word, width(run.font(), size, word)));
                }
            }
        }
        return words;
    }

    private List<List<Word>> lines(List<Word> words, float width, float indent, float size) throws IOException {
        var space = width(regular, size, " ");
        var lines = new ArrayList<List<Word>>();
        var line = new ArrayList<Word>();
        var used = indent;
        for (var word : words) {
            var wanted = word.width() + (line.isEmpty() ? 0 : space);
            if (!line.isEmpty() && used + wanted > width) {
                lines.add(line);
                line = new ArrayList<>();
                used = 0;
                wanted = word.width();
            }
            line.add(word);
            used += wanted;
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private float width(List<Word> line, float size) throws IOException {
        var width = width(regular, size, " ") * (line.size() - 1);
        for (var word : line) {
            width += word.width();
        }
        return width;
    }

    /** Word spacing does nothing for two-byte fonts, so each gap is widened by a positioning number. */
    private void show(List<Word> line, float x, float size, float stretch) throws IOException {
        content.beginText();
        content.newLineAtOffset(x, flip(y));
        PDFont current = null;
        for (var index = 0; index < line.size(); index++) {
            var word = line.get(index);
            if (!word.font().equals(current)) {
                content.setFont(word.font(), size);
                current = word.font();
            }
            if (index == line.size() - 1) {
                content.showText(checked(word.font(), word.text()));
            } else {
                content.showTextWithPositioning(
                        new Object[] {checked(word.font(), word.text() + " "), -stretch * 1000 / size});
            }
        }
        content.endText();
    }

    /** @throws IllegalStateException for a letter that the face does not have: a gap in a legal paper is worse than none */
    private static String checked(PDFont font, String text) throws IOException {
        var composed = VietnameseText.nfc(text);
        try {
            font.encode(composed);
        } catch (IllegalArgumentException missing) {
            throw new IllegalStateException("The paper cannot be printed: " + missing.getMessage(), missing);
        }
        return composed;
    }

    private static float flip(float fromTop) {
        return PDRectangle.A4.getHeight() - fromTop;
    }

    /** Writes the number of each sheet but the first above its text, centred. */
    void number() throws IOException {
        for (var index = 1; index < pages.size(); index++) {
            try (var stream = new PDPageContentStream(
                    document, pages.get(index), PDPageContentStream.AppendMode.APPEND, true, false)) {
                var number = String.valueOf(index + 1);
                stream.beginText();
                stream.setFont(regular, 13);
                stream.newLineAtOffset(LEFT + (WIDTH - width(regular, 13, number)) / 2, flip(TOP - 8 * MM));
                stream.showText(number);
                stream.endText();
            }
        }
    }
}
