package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.camket.audit.CanonicalRecord;

/**
 * Law 20/2023/QH15 names the kinds of electronic signature; a password typed again is none of them. It is called an electronic
 * confirmation everywhere; words of digital signatures are left to texts about personal certificates.
 */
class PledgeWordingTest {
    private static final List<String> FORBIDDEN = List.of(
            "ký số",
            "kí số",
            "chữ ký điện tử",
            "digital signature",
            "digitally sign",
            "electronic signature",
            "e-signature");

    /** Sentences that say what it is not, or where the two words meet by chance. */
    private static final List<String> ALLOWED =
            List.of("không phải chữ ký số", "not a digital signature", "ký số lượng");

    /** Keys of texts about signing with a personal certificate, the only thing that is called so. */
    private static final Pattern ABOUT_CERTIFICATES = Pattern.compile(
            "(?i)certificate|^trust\\.|^enum\\.Check\\.|^organization\\.person\\.number|^pledge\\.refusal\\.NOT_IN_FORCE");

    @Test
    void noTextCallsAConfirmationASignatureOfTheLaw() {
        for (var line : lines("src/main/resources/vn/camket", ".properties")) {
            if (!ABOUT_CERTIFICATES.matcher(line).find()) {
                assertThat(forbidden(line)).as(line).isEmpty();
            }
        }
        lines("src/main/resources/vn/camket/content/pledge", ".md")
                .forEach(line -> assertThat(forbidden(line)).as(line).isEmpty());
    }

    @Test
    void theSignPageSaysWhatItIs() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/vn/camket/pledge/messages_vi.properties")))
                .contains("Đây là xác nhận điện tử")
                .contains("không phải chữ ký số");
    }

    @Test
    void thePdfSpeaksOfAnElectronicConfirmation() throws IOException {
        var pdf = new PledgeDocument(
                        CanonicalRecord.of(Samples.secondRecord().fields()),
                        Samples.CODE,
                        "https://camket.example/verify/x")
                .bytes();
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");

            assertThat(text).contains("Xác nhận điện tử lúc", "b) Số hóa xong hồ sơ năm 2025");
            assertThat(forbidden(text)).isEmpty();
        }
    }

    @Test
    void aPreviewIsMarkedOnEverySheetAndHasNothingOfASignedOne() throws IOException {
        var paper = new PledgePaper(Samples.record("Nguyễn Thị Hải Yến", 30).content(), Samples.SIGNED_AT);
        try (var document = Loader.loadPDF(new PledgePreview(paper).bytes())) {
            var stripper = new PDFTextStripper();
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains("chưa ai ký, không có giá trị sử dụng");
            }
            stripper.setStartPage(1);
            assertThat(stripper.getText(document)).doesNotContain("SHA-256", "Mã tra cứu", "Xác nhận điện tử");
            var drawn = new String(document.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(drawn.substring(drawn.indexOf("ET\n")))
                    .as("the pale colour ends with the watermark")
                    .startsWith("ET\nQ\n");
            assertThat(document.getSignatureDictionaries()).isEmpty();
            assertThat(document.getDocumentCatalog().getNames()).isNull();
        }
    }

    private static List<String> forbidden(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        for (var allowed : ALLOWED) {
            lower = lower.replace(allowed, "");
        }
        var left = lower;
        return FORBIDDEN.stream().filter(left::contains).toList();
    }

    private static List<String> lines(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .flatMap(file -> {
                        try {
                            return Files.readAllLines(file, StandardCharsets.UTF_8).stream();
                        } catch (IOException failure) {
                            throw new UncheckedIOException(failure);
                        }
                    })
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
