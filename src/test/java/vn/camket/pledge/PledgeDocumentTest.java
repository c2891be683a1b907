package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.camket.audit.CanonicalRecord;

class PledgeDocumentTest {
    private static final String ADDRESS = "https://camket.example/verify/" + Samples.CODE.value();
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    @Test
    void hasAGlyphForEveryVietnameseLetterComposedAndDecomposed() throws IOException {
        var letters = letters();
        var decomposed = Normalizer.normalize(letters, Normalizer.Form.NFD);

        var text = text(pdf(letters + " " + decomposed, 1));

        assertThat(letters.chars().filter(letter -> letter != ' ').count()).isEqualTo(2 * (29 + 12 * 5));
        assertThat(text.replaceAll("\\s", "")).contains(letters.replace(" ", "") + letters.replace(" ", ""));
    }

    @Test
    void printsTheNameInComposedForm() throws IOException {
        var decomposed = Normalizer.normalize("Nguyễn Thị Hải Yến", Normalizer.Form.NFD);

        assertThat(text(pdf(decomposed, 3))).contains("Nguyễn Thị Hải Yến");
    }

    @Test
    void refusesALetterThatTheFaceDoesNotHave() {
        assertThatThrownBy(() -> pdf("Nguyễn 漢", 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No glyph");
    }

    @Test
    void flowsOverSheetsAndNumbersAllButTheFirst() throws IOException {
        var bytes = pdf("Nguyễn Thị Hải Yến", 30);

        try (var document = Loader.loadPDF(bytes)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            assertThat(page(document, 1)).doesNotStartWith("1");
            assertThat(page(document, 2)).startsWith("2");
            assertThat(text(bytes)).contains("30. Tận tụy");
        }
    }

    @Test
    void putsAnOrdinaryPledgeOnOneSheet() throws IOException {
        try (var document = Loader.loadPDF(pdf("Nguyễn Thị Hải Yến", 10))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void breaksNoClauseAndLeavesTheSignatureWithTheLastOne() throws IOException {
        for (var clauses = 11; clauses < 20; clauses++) {
            try (var document = Loader.loadPDF(pdf("Nguyễn Thị Hải Yến", clauses))) {
                for (var number = 1; number <= document.getNumberOfPages(); number++) {
                    var page = page(document, number);
                    assertThat(count(page, "Tận tụy, chủ động")).isEqualTo(count(page, "người dân và doanh nghiệp."));
                }
                assertThat(page(document, document.getNumberOfPages()))
                        .contains(clauses + ". Tận tụy", "chịu trách nhiệm", "NGƯỜI CAM KẾT");
            }
        }
    }

    @Test
    void doesNotBreakTheCaptionInsideAWord() throws IOException {
        assertThat(text(pdf("Nguyễn Thị Hải Yến", 10)).replace('\u00a0', ' '))
                .contains("XÁC NHẬN CỦA THỦ TRƯỞNG")
                .contains("CƠ QUAN, ĐƠN VỊ");
    }

    @Test
    void namesTheLettersThatNoPaperPrints() {
        assertThat(PaperFaces.unprintable("Nguyễn Thị Hải Yến, “4 xin, 4 luôn” – 100 %"))
                .isEmpty();
        assertThat(PaperFaces.unprintable(Normalizer.normalize(letters(), Normalizer.Form.NFD)))
                .isEmpty();
        assertThat(PaperFaces.unprintable("Lò Văn 漢 漢 😀")).isEqualTo("漢😀");
        assertThat(new PledgePaper(Samples.record("Nguyễn 漢", 1).content(), Samples.SIGNED_AT).unprintable())
                .isEqualTo("漢");
    }

    @Test
    void carriesTheRecordItself() throws IOException {
        var record = CanonicalRecord.of(Samples.record().fields());

        try (var document = Loader.loadPDF(new PledgeDocument(record, Samples.CODE, ADDRESS).bytes())) {
            var file = document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("bang-chung.json");
            assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(record);
        }
    }

    @Test
    void embedsItsFaces() throws IOException {
        try (var document = Loader.loadPDF(pdf("Nguyễn Thị Hải Yến", 3))) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                assertThat(resources.getFont(name)).isInstanceOf(PDType0Font.class);
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
                assertThat(resources.getFont(name).getName()).contains("Tinos");
            }
        }
    }

    @Test
    void drawsTheSameRecordAlike() {
        assertThat(pdf("Nguyễn Thị Hải Yến", 3)).isEqualTo(pdf("Nguyễn Thị Hải Yến", 3));
    }

    @Test
    void takesNoForeignCode() {
        var record = CanonicalRecord.of(Samples.record().fields());

        assertThatThrownBy(() -> new PledgeDocument(record, LookupCode.random(), ADDRESS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] pdf(String name, int clauses) {
        return new PledgeDocument(
                        CanonicalRecord.of(Samples.record(name, clauses).fields()), Samples.CODE, ADDRESS)
                .bytes();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static String page(PDDocument document, int number) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        return stripper.getText(document).strip();
    }

    /** The 29 letters and the 12 vowels with each of five tones, small and capital, a blank between groups. */
    private static String letters() {
        var letters = new StringBuilder("aăâbcdđeêghiklmnoôơpqrstuưvxy");
        for (var vowel : "aăâeêioôơuưy".split("")) {
            letters.append(' ');
            for (var tone : TONES.split("")) {
                letters.append(Normalizer.normalize(vowel + tone, Normalizer.Form.NFC));
            }
        }
        var small = letters.toString();
        return small + " " + small.toUpperCase(java.util.Locale.forLanguageTag("vi"));
    }
}
