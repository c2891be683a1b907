package vn.camket.pledge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/**
 * A4 sheets written from top to bottom, in points from the top: margins of Decree 30/2020/NĐ-CP (top and bottom 20 mm,
 * left 30 mm, right 15 mm), a new sheet when one is full. A sheet on trial draws nothing and only measures.
 */
final class PaperSheet {
    /** A stretch of text in one face. */
    record Run(PDFont font, String text) {}

    private record Word(PDFont font, String text, float width) {}

    /** Single spacing of the face. */
    static final float SINGLE = 1.15f;

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
    private final PaperFaces faces;
    private final boolean trial;
    private final float leading;
    private final List<PDPage> pages = new ArrayList<>();
    private @Nullable PDPageContentStream content;
    private int sheets;
    private float y = TOP;

    /** @param leading distance of lines, in sizes of the letters; @param trial whether nothing is drawn */
    PaperSheet(PDDocument document, PaperFaces faces, float leading, boolean trial) throws IOException {
        this.document = document;
        this.faces = faces;
        this.leading = leading;
        this.trial = trial;
        regular = faces.regular;
        bold = faces.bold;
        italic = faces.italic;
        openPage();
    }

    private void openPage() throws IOException {
        close();
        y = TOP;
        sheets++;
        if (!trial) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            pages.add(page);
            content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, false);
        }
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
            openPage();
        }
    }

    /** How many sheets were begun. */
    int sheets() {
        return sheets;
    }

    void close() throws IOException {
        if (content != null) {
            content.close();
            content = null;
        }
    }

    /** Lines centred between two edges and of about equal length; the place below them becomes current. */
    void centred(PDFont font, float size, String text, float from, float to) throws IOException {
        for (var line : balanced(words(List.of(new Run(font, text)), size), to - from, size)) {
            var width = width(line, size);
            y += size * SINGLE;
            show(line, from + (to - from - width) / 2, size, 0);
        }
    }

    /** Height of lines as {@link #centred} writes them. */
    float height(PDFont font, float size, String text, float width) throws IOException {
        return balanced(words(List.of(new Run(font, text)), size), width, size).size() * size * SINGLE;
    }

    /** As few lines as can be; two of them as even as can be, and rather broken after a comma than inside a name. */
    private List<List<Word>> balanced(List<Word> words, float width, float size) throws IOException {
        var lines = lines(words, width, 0, size);
        var least = Float.MAX_VALUE;
        for (var at = 1; lines.size() == 2 && at < words.size(); at++) {
            var first = width(words.subList(0, at), size);
            var second = width(words.subList(at, words.size()), size);
            var longest = Math.max(first, second);
            var cost = longest * (words.get(at - 1).text().endsWith(",") ? 1 : 1.4f);
            if (longest <= width && cost < least) {
                least = cost;
                lines = List.of(words.subList(0, at), words.subList(at, words.size()));
            }
        }
        return lines;
    }

    /** Height of a paragraph over the full width. */
    float height(float size, float indent, List<Run> runs) throws IOException {
        return lines(words(runs, size), WIDTH, indent, size).size() * size * leading;
    }

    /**
     * A paragraph over the full width, justified but for its last line, and for one that a long hash behind it would tear
     * apart.
     *
     * @param indent of the first line
     */
    void paragraph(float size, float indent, List<Run> runs) throws IOException {
        var lines = lines(words(runs, size), WIDTH, indent, size);
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            need(size * leading);
            y += size * leading;
            var room = WIDTH - (index == 0 ? indent : 0);
            var gaps = line.size() - 1;
            var last = index == lines.size() - 1;
            var stretch = last || gaps == 0 ? 0 : (room - width(line, size)) / gaps;
            show(line, LEFT + (index == 0 ? indent : 0), size, stretch > size ? 0 : stretch);
        }
    }

    /** One line from a left edge; nothing moves. */
    void line(PDFont font, float size, String text, float x, float baseline) throws IOException {
        if (content != null) {
            show(content, words(List.of(new Run(font, text)), size), x, size, 0, baseline);
        }
    }

    void rule(float from, float to, float at) throws IOException {
        if (content == null) {
            return;
        }
        content.setLineWidth(0.7f);
        content.moveTo(from, flip(at));
        content.lineTo(to, flip(at));
        content.stroke();
    }

    void box(float x, float top, float width, float height) throws IOException {
        if (content == null) {
            return;
        }
        content.setLineWidth(0.7f);
        content.addRect(x, flip(top + height), width, height);
        content.stroke();
    }

    void square(float x, float top, float side) throws IOException {
        if (content != null) {
            content.addRect(x, flip(top + side), side, side);
        }
    }

    void fill() throws IOException {
        if (content != null) {
            content.fill();
        }
    }

    float width(PDFont font, float size, String text) throws IOException {
        return faces.width(font, size, text);
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
        if (content != null) {
            show(content, line, x, size, stretch, y);
        }
    }

    private void show(PDPageContentStream content, List<Word> line, float x, float size, float stretch, float baseline)
            throws IOException {
        content.beginText();
        content.newLineAtOffset(x, flip(baseline));
        PDFont current = null;
        for (var index = 0; index < line.size(); index++) {
            var word = line.get(index);
            if (!word.font().equals(current)) {
                content.setFont(word.font(), size);
                current = word.font();
            }
            if (index == line.size() - 1) {
                content.showText(faces.checked(word.font(), word.text()));
            } else {
                content.showTextWithPositioning(
                        new Object[] {faces.checked(word.font(), word.text() + " "), -stretch * 1000 / size});
            }
        }
        content.endText();
    }

    private static float flip(float fromTop) {
        return PDRectangle.A4.getHeight() - fromTop;
    }

    /** Writes on a finished sheet. */
    interface Margin {
        /** @param number of the sheet, from 1 */
        void write(int number, int of) throws IOException;
    }

    /** Numbers each sheet but the first above its text, centred, and lets something be written below the text of each. */
    void margins(Margin below) throws IOException {
        close();
        for (var index = 0; index < pages.size(); index++) {
            content = new PDPageContentStream(
                    document, pages.get(index), PDPageContentStream.AppendMode.APPEND, true, false);
            if (index > 0) {
                y = TOP - 8 * MM;
                var number = words(List.of(new Run(regular, String.valueOf(index + 1))), 13);
                show(number, LEFT + (WIDTH - width(number, 13)) / 2, 13, 0);
            }
            below.write(index + 1, pages.size());
            close();
        }
    }
}
