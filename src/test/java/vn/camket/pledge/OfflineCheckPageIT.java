package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import vn.camket.audit.ForeignSeal;
import vn.camket.testing.Application;
import vn.camket.testing.Screen;

/** The page that checks without a network, opened from the disk in the real browser. */
class OfflineCheckPageIT {
    private static final Path PAGE = Path.of("src/main/webapp/assets/kiem-tra-ngoai-tuyen.html");
    private static final String PROOF = "evidence.json";

    @Test
    void acceptsTheReceiptTheProofAndThePdf() {
        var signed = Evidence.signed();
        try (var screen = opened()) {
            assertThat(verdict(screen, PROOF, signed.file())).isEqualTo("good");
            assertThat(screen.page().locator("#result").innerText())
                    .contains(signed.fullName())
                    .contains(signed.recordSha256());
            assertThat(verdict(screen, PROOF, signed.proof())).isEqualTo("good");
            assertThat(verdict(screen, "pledge.pdf", signed.pdf())).isEqualTo("good");
            assertThat(screen.page().locator("#result li.good").count()).isEqualTo(11);
            screen.looksRight().keep("offline-check").isAccessible();
            screen.inScheme(ColorScheme.DARK).isAccessible();
            screen.inWidth(Screen.PHONE).looksRight().keep("offline-check-phone");
        }
    }

    @Test
    void acceptsNoAlteredFile() throws IOException {
        var signed = Evidence.signed();
        var accepted = new ArrayList<String>();
        try (var screen = opened()) {
            signed.altered().forEach((what, file) -> {
                if (!verdict(screen, PROOF, file).equals("bad")) {
                    accepted.add(what);
                }
            });
            SamplePdf.altered(signed.pdf()).forEach((what, file) -> {
                if (!verdict(screen, "pledge.pdf", file).equals("bad")) {
                    accepted.add(what);
                }
            });
        }

        assertThat(accepted).isEmpty();
    }

    @Test
    void holdsTheKeysAgainstThePublishedOnes() {
        var signed = Evidence.signed();
        var keys = Application.database().texts("select id from signing_key where purpose in ('LOG', 'SEAL')");
        try (var screen = opened()) {
            screen.page().locator("#trusted").fill(String.join(", ", keys).toUpperCase(java.util.Locale.ROOT));
            assertThat(verdict(screen, "pledge.pdf", signed.pdf())).isEqualTo("good");
            screen.page().locator("#trusted").fill("00".repeat(32));
            assertThat(verdict(screen, "pledge.pdf", signed.pdf())).isEqualTo("bad");
        }
    }

    @Test
    void knowsTheSealAmongTheCertificatesOfAnotherAuthority() {
        try (var foreign = ForeignSeal.begun();
                var screen = opened()) {
            var sealed = Evidence.sign();

            assertThat(verdict(screen, "pledge.pdf", sealed.pdf())).isNotEqualTo("bad");
            assertThat(screen.page().locator("#result").innerText()).contains(foreign.fingerprint());
        }
    }

    @Test
    void speaksEnglishToo() {
        try (var screen = opened()) {
            screen.page().locator("#language").click();

            assertThat(screen.heading()).isEqualTo("Check a pledge offline");
            assertThat(screen.page().locator("html").getAttribute("lang")).isEqualTo("en");
        }
    }

    private static Screen opened() {
        return Screen.ofNobody().open(PAGE.toUri().toString());
    }

    /** Chooses a file and waits for the outcome of just this one. */
    private static String verdict(Screen screen, String name, byte[] file) {
        screen.page().evaluate("document.getElementById('result').replaceChildren()");
        screen.page().locator("#file").setInputFiles(new FilePayload[] {
            new FilePayload(name, name.endsWith("pdf") ? "application/pdf" : "application/json", file)
        });
        screen.page().locator("#verdict").waitFor();
        return screen.page().locator("#verdict").getAttribute("class");
    }
}
