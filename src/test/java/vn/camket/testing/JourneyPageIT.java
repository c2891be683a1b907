package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The main job, end to end, as each role does it. */
class JourneyPageIT {
    @Test
    void aLearnerStudiesPassesSignsAndIsCounted() throws IOException {
        var before = done();
        try (var screen = Screen.of(Person.NEWCOMER)) {
            takeModule(screen, Hand.KEYBOARD);
            while (!nextIsThePledge(screen)) {
                takeModule(screen, Hand.MOUSE);
            }

            var code = sign(screen);

            keepsAPdf(screen, code);
            anybodyCanVerify(code);
            screen.open("/completion/tasks.xhtml").looksRight().keep("journey-finished");
        }
        assertThat(done()).isEqualTo(before + 1);
    }

    private static void takeModule(Screen screen, Hand hand) {
        var learner = new LearnerPages(screen, hand);
        screen.open("/completion/tasks.xhtml");
        learner.openNextTask();
        if (screen.page().url().contains("/training/module.xhtml")) {
            learner.openNextLesson();
        }
        assertThat(learner.readLessons(20)).isPositive();
        assertThat(screen.page().url()).contains("/training/module.xhtml");
        learner.openQuiz();
        learner.beginQuiz();
        answerAll(learner);
        learner.submitQuiz();
        assertThat(learner.score()).matches("10/10");
    }

    private static void answerAll(LearnerPages learner) {
        for (var question = 0; question < 50 && learner.isOnQuestion(); question++) {
            learner.answer(true);
            learner.next();
        }
    }

    private static boolean nextIsThePledge(Screen screen) {
        screen.open("/completion/tasks.xhtml");
        return screen.page().locator(".ck-task--now a[href*='/pledge/sign']").count() > 0;
    }

    private static String sign(Screen screen) {
        var learner = new LearnerPages(screen, Hand.KEYBOARD);
        screen.open("/completion/tasks.xhtml");
        learner.openNextTask();
        screen.looksRight();
        learner.sign(Person.NEWCOMER.password());
        assertThat(screen.page().url()).contains("/pledge/receipt.xhtml?code=");
        screen.looksRight().isAccessible().keep("journey-receipt");
        screen.inWidth(Screen.PHONE).looksRight().keep("journey-receipt-phone").inWidth(Screen.DESK);
        return learner.receiptCode();
    }

    private static void keepsAPdf(Screen screen, String code) throws IOException {
        var link = screen.page().locator("a[href*='/pledge/pdf/']").first();
        var download = screen.page()
                .waitForDownload(
                        new Page.WaitForDownloadOptions(), () -> link.evaluate("a => { a.download = ''; a.click(); }"));
        var bytes = Files.readAllBytes(download.path());
        assertThat(new String(bytes, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(bytes)) {
            var text = new org.apache.pdfbox.text.PDFTextStripper().getText(pdf);
            assertThat(text.replaceAll("\\s", "")).contains(code.replaceAll("\\s", ""));
        }
    }

    private static void anybodyCanVerify(String code) {
        try (var screen = Screen.ofNobody()) {
            screen.open("/verify/" + code.replaceAll("[^0-9A-Za-z]", ""))
                    .looksRight()
                    .isAccessible()
                    .keep("journey-verify");
            screen.inScheme(ColorScheme.DARK).isAccessible();
            assertThat(Pattern.compile("[^0-9A-Za-z]")
                            .matcher(screen.page().locator("main").innerText())
                            .replaceAll(""))
                    .contains(code.replaceAll("[^0-9A-Za-z]", ""));
        }
    }

    private static long done() {
        return Application.database().number("select sum(done) from completion_count where step_id = 0");
    }
}
