package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.camket.audit.CanonicalRecord;
import vn.camket.testing.Patience;
import vn.camket.testing.Screen;
import vn.camket.testing.Signer;

/** A passkey in the real browser, with a virtual device: added, used to sign by keyboard, and its file checked by strangers. */
class PasskeyPageIT {
    private static final Path OFFLINE = Path.of("src/main/webapp/assets/kiem-tra-ngoai-tuyen.html");

    @TempDir
    Path folder;

    @Test
    void addsAKeySignsByKeyboardAndStrangersCheckIt() throws IOException, InterruptedException {
        var signer = Signer.fresh();
        String code;
        try (var screen = signer.screen()) {
            var device = screen.withPasskeys();
            screen.open("/identity/security.xhtml").looksRight();
            screen.byId("passkey-name").fill("Điện thoại công vụ");
            screen.byId("passkey-password").fill(Signer.PASSWORD);
            screen.press(screen.page().locator("#passkey-add button[type=submit]"));
            assertThat(screen.page().locator("main").innerText())
                    .contains("Đã thêm khóa truy cập", "Điện thoại công vụ");
            screen.looksRight().keep("security-passkey").isAccessible();
            screen.inScheme(ColorScheme.DARK).isAccessible().inScheme(ColorScheme.LIGHT);
            screen.inWidth(Screen.PHONE)
                    .looksRight()
                    .keep("security-passkey-phone")
                    .inWidth(Screen.DESK);

            screen.open(signer.at("/pledge/sign.xhtml"));
            screen.looksRight().keep("sign-passkey").isAccessible();
            screen.inWidth(Screen.PHONE).looksRight().keep("sign-passkey-phone").inWidth(Screen.DESK);
            screen.page().locator("#consent").press("Space");
            device.recognises(false);
            screen.page().locator("#passkey-sign").press("Enter");
            screen.page().waitForCondition(() -> screen.page()
                    .locator("#passkey-error")
                    .innerText()
                    .contains("Chưa xác nhận trên thiết bị"));
            device.recognises(true);
            screen.page().locator("#passkey-sign").press("Enter");
            screen.page().waitForURL(url -> url.contains("/pledge/receipt.xhtml?code="));
            assertThat(screen.page().locator("main").innerText()).contains("khóa truy cập của người ký");
            code = screen.page().url().replaceAll(".*code=", "");
        }
        var file = inTheLog(signer, code);
        var pdf = signer.http().get("/pledge/pdf/" + code).bytes();

        try (var screen = Screen.ofNobody().open(OFFLINE.toUri().toString())) {
            assertThat(verdict(screen, "e.json", file)).isEqualTo("good");
            assertThat(screen.page().locator("#result li.good").count()).isEqualTo(13);
            assertThat(verdict(screen, "e.pdf", pdf)).isEqualTo("good");
            for (var altered : altered(file).entrySet()) {
                assertThat(verdict(screen, "e.json", altered.getValue()))
                        .as(altered.getKey())
                        .isEqualTo("bad");
            }
        }
        VerifyScript.assumeItRuns();
        assertThat(VerifyScript.run(folder, file))
                .contains("ok     the passkey has signed", "ok     the passkey was in the log before");
        assertThat(VerifyScript.run(folder, pdf)).contains("ok     the passkey has signed");
        for (var altered : altered(file).entrySet()) {
            assertThat(VerifyScript.run(folder, altered.getValue()))
                    .as(altered.getKey())
                    .contains("FAILED");
        }
    }

    @Test
    void withoutConsentThePageSaysSo() {
        var signer = Signer.fresh();
        try (var screen = signer.screen()) {
            screen.withPasskeys();
            screen.open("/identity/security.xhtml");
            screen.byId("passkey-password").fill(Signer.PASSWORD);
            screen.press(screen.page().locator("#passkey-add button[type=submit]"));
            screen.open(signer.at("/pledge/sign.xhtml"));

            screen.press(screen.page().locator("#passkey-sign"));

            assertThat(screen.page().locator("#consent-error").innerText()).isNotBlank();
            screen.isAccessible();
        }
    }

    private static byte[] inTheLog(Signer signer, String code) {
        var address = "/pledge/evidence/" + code;
        Patience.until(
                "the entry is in the log",
                () -> CanonicalRecord.read(signer.http().get(address).bytes()).get("head") != null);
        return signer.http().get(address).bytes();
    }

    /** Files whose passkey proves nothing. */
    private static Map<String, byte[]> altered(byte[] file) {
        var fields = CanonicalRecord.read(file);
        var files = new LinkedHashMap<String, byte[]>();
        files.put("no assertion", with(fields, "passkey_assertion", null));
        files.put(
                "another signature",
                with(fields, "passkey_assertion", part(fields, "passkey_assertion", "signature", "MAYCAQECAQE=")));
        files.put(
                "other authenticator data",
                with(fields, "passkey_assertion", part(fields, "passkey_assertion", "authenticator_data", "AAAA")));
        files.put(
                "another key",
                with(fields, "passkey_assertion", part(fields, "passkey_assertion", "spki", keyOfTheLog(fields))));
        files.put("another place of the key", with(fields, "passkey", part(fields, "passkey", "leaf_index", 0L)));
        files.put(
                "another owner of the key",
                with(fields, "passkey", part(fields, "passkey", "record", fields.get("record"))));
        return files;
    }

    private static Object keyOfTheLog(Map<String, ?> fields) {
        return ((Map<?, ?>) fields.get("keys")).values().iterator().next();
    }

    private static Map<String, Object> part(Map<String, ?> fields, String name, String field, Object value) {
        var changed = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) fields.get(name)).forEach((key, old) -> changed.put((String) key, old));
        changed.put(field, value);
        return changed;
    }

    private static byte[] with(Map<String, ?> fields, String name, Object value) {
        var changed = new LinkedHashMap<String, Object>(fields);
        changed.put(name, value);
        return CanonicalRecord.of(changed);
    }

    private static String verdict(Screen screen, String name, byte[] file) {
        screen.page().evaluate("document.getElementById('result').replaceChildren()");
        screen.page().locator("#file").setInputFiles(new FilePayload[] {
            new FilePayload(name, name.endsWith("pdf") ? "application/pdf" : "application/json", file)
        });
        screen.page().locator("#verdict").waitFor();
        return screen.page().locator("#verdict").getAttribute("class");
    }
}
