package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import vn.camket.testing.Screen;
import vn.camket.trust.PersonalSigner;
import vn.camket.trust.TrustedList;

/** In the browser: the issued PDF is downloaded, signed with the software of a token, and sent back. */
class CertificatePageIT {
    @Test
    void aSignersOwnCertificateIsAcceptedAndAnothersIsRefusedWithTheReason() {
        var authority = TrustedList.silentAuthority("Lam Giang CA 5");
        TrustedList.tell(authority);
        var pledger = Pledger.signed();
        var own = pledger.holder(authority, pledger.number());
        var anothers = pledger.holder(authority, "012345678999");
        try (var screen = pledger.participant().screen()) {
            screen.open("/pledge/receipt.xhtml?code=" + pledger.code());
            screen.press(screen.page().locator("a[href*='/pledge/certificate.xhtml']"));
            screen.looksRight().isAccessible();
            keepInEveryLook(screen, "certificate");
            var issued = download(screen);

            send(screen, new PersonalSigner(anothers, authority.certificate()).sign(issued));

            assertThat(screen.looksRight().isAccessible().page().locator("main").innerText())
                    .contains("không phải của người đã cam kết", "Tệp vừa gửi dừng ở bước nào", "Không đạt");
            keepInEveryLook(screen, "certificate-refused");

            send(screen, new PersonalSigner(own, authority.certificate()).sign(issued));

            assertThat(screen.looksRight()
                            .isAccessible()
                            .page()
                            .locator(".ck-result")
                            .innerText())
                    .contains("Đã ký số", "Lam Giang CA 5");
            assertThat(screen.byId("file").count()).isZero();
            keepInEveryLook(screen, "certificate-accepted");
        }
    }

    private static byte[] download(Screen screen) {
        var download = screen.page()
                .waitForDownload(
                        () -> screen.page().locator("a[href*='/pledge/pdf/']").click());
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void send(Screen screen, byte[] file) {
        screen.byId("file").setInputFiles(new FilePayload("da-ky.pdf", "application/pdf", file));
        screen.press(screen.page().locator("form[enctype] button[type=submit]"));
    }

    private static void keepInEveryLook(Screen screen, String name) {
        screen.keep(name).inScheme(ColorScheme.DARK).isAccessible().keep(name + "-dark");
        screen.inWidth(Screen.PHONE).looksRight().keep(name + "-phone-dark");
        screen.inScheme(ColorScheme.LIGHT).keep(name + "-phone").inWidth(Screen.DESK);
    }
}
