package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One window of the real browser, signed in as a person or as nobody. It writes down every console error, page error and
 * content-policy report; {@link #close} fails the test if there was one, so use it in try-with-resources.
 */
public final class Screen implements AutoCloseable {
    /** Window width, in CSS pixels. */
    public static final int DESK = 1280;

    public static final int PHONE = 390;

    private static final Pattern RAW_KEY = Pattern.compile(
            "\\?\\?\\?|\\b(common|nav|enum|identity|organization|library|campaign|training|quiz|pledge"
                    + "|completion|report|trust|demonstration)\\.[a-zA-Z-]+(\\.[\\w.-]+)?\\b(?!\\.?(xhtml|vn|gov|xlsx|pdf))|#\\{");
    private static final Map<Person, String> SIGNED_IN = new EnumMap<>(Person.class);
    private static final Path SCREENSHOTS = Path.of(System.getProperty("screenshots", "target/screenshots"));

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Screen(Browser.NewContextOptions options, String storage) {
        context = Chrome.browser()
                .newContext(options.setBaseURL(Application.url())
                        .setStorageState(storage)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale("vi-VN")
                        .setTimezoneId("Asia/Ho_Chi_Minh"));
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        watch();
    }

    public static Screen of(Person person) {
        return of(person, DESK, ColorScheme.LIGHT);
    }

    /** @param person null for nobody */
    public static Screen of(Person person, int width, ColorScheme scheme) {
        var options =
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme);
        return new Screen(options, person == null ? null : storage(person));
    }

    public static Screen ofNobody() {
        return of(null, DESK, ColorScheme.LIGHT);
    }

    /** Each person signs in once a run; later windows take over the cookies, as a second tab would. */
    private static String storage(Person person) {
        var storage = SIGNED_IN.get(person);
        if (storage == null || !stillSignedIn(storage)) {
            try (var screen = ofNobody()) {
                screen.signIn(person);
                storage = screen.context.storageState();
            }
            SIGNED_IN.put(person, storage);
        }
        return storage;
    }

    private static boolean stillSignedIn(String storage) {
        try (var screen = new Screen(new Browser.NewContextOptions(), storage)) {
            return !screen.open("/identity/password.xhtml").page.url().contains("/identity/sign-in");
        }
    }

    /** Signs in through the page, whoever is signed in now. */
    public Screen signIn(Person person) {
        return signIn(person.userName(), person.password());
    }

    /** Signs in through the page, whoever is signed in now. */
    public Screen signIn(String userName, String password) {
        open("/identity/sign-in.xhtml");
        byId("signIn:userName").fill(userName);
        byId("signIn:password").fill(password);
        press(byId("signIn:submit"));
        page.waitForURL(url -> !url.contains("/identity/sign-in"));
        return this;
    }

    /** Opens an address and waits until its scripts have run. */
    public Screen open(String path) {
        page.navigate(path);
        return this;
    }

    /** Presses something that loads another page (or this one again), and waits for it. */
    public Screen press(Locator control) {
        return leave(control::click);
    }

    /** Does something that loads another page, and waits for it. */
    Screen leave(Runnable act) {
        page.evaluate("window.isLeft = true");
        act.run();
        var until = System.nanoTime() + 30_000_000_000L;
        while (!hasArrived()) {
            assertThat(System.nanoTime())
                    .as("another page after %s", page.url())
                    .isLessThan(until);
            page.waitForTimeout(50);
        }
        return this;
    }

    /** Asked from outside: a page's policy forbids it to wait for a text of script. */
    private boolean hasArrived() {
        try {
            return (Boolean) page.evaluate("!window.isLeft && document.readyState === 'complete'");
        } catch (PlaywrightException leaving) {
            return false;
        }
    }

    public Page page() {
        return page;
    }

    /** An element by its Faces client id, colons and all. */
    public Locator byId(String clientId) {
        return page.locator("[id=\"" + clientId + "\"]");
    }

    public String heading() {
        return page.locator("h1").first().innerText();
    }

    /** What a person could complain about at first sight: raw keys, sideways scrolling, missing or double heading. */
    public Screen looksRight() {
        var text = page.locator("body").innerText();
        var raw = RAW_KEY.matcher(text);
        assertThat(raw.find() ? raw.group() : "")
                .as("raw key on %s", page.url())
                .isEmpty();
        assertThat(page.title())
                .as("title of %s", page.url())
                .doesNotContain("???")
                .isNotBlank();
        assertThat(page.locator("h1").count()).as("h1 on %s", page.url()).isEqualTo(1);
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue())
                .as("pixels of sideways scroll on %s at %s px", page.url(), page.viewportSize().width)
                .isLessThanOrEqualTo(0);
        return this;
    }

    /** No axe-core violation of any impact. */
    public Screen isAccessible() {
        var violations = new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .map(rule -> rule.getImpact() + " " + rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .limit(4)
                                        .map(node -> String.valueOf(node.getTarget()) + " " + node.getFailureSummary())
                                        .toList())
                        .toList();
        assertThat(violations).as("axe on %s", page.url()).isEmpty();
        return this;
    }

    /** Gives the window a device that keeps passkeys, with an owner who confirms everything. */
    public Passkeys withPasskeys() {
        return new Passkeys(context.newCDPSession(page));
    }

    /** The virtual authenticator of a window. */
    public static final class Passkeys {
        private final CDPSession session;
        private final String authenticator;

        private Passkeys(CDPSession session) {
            this.session = session;
            session.send("WebAuthn.enable");
            var options = new JsonObject();
            options.addProperty("protocol", "ctap2");
            options.addProperty("transport", "internal");
            options.addProperty("hasUserVerification", true);
            options.addProperty("isUserVerified", true);
            options.addProperty("automaticPresenceSimulation", true);
            var parameters = new JsonObject();
            parameters.add("options", options);
            authenticator = session.send("WebAuthn.addVirtualAuthenticator", parameters)
                    .get("authenticatorId")
                    .getAsString();
        }

        /** Whether the owner's finger is recognised from now on. */
        public void recognises(boolean owner) {
            var parameters = new JsonObject();
            parameters.addProperty("authenticatorId", authenticator);
            parameters.addProperty("isUserVerified", owner);
            session.send("WebAuthn.setUserVerified", parameters);
        }
    }

    /** Shows the page in the other colour scheme, without loading it again. */
    public Screen inScheme(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        return this;
    }

    /** Shows the page in another width, without loading it again. */
    public Screen inWidth(int width) {
        page.setViewportSize(width, 900);
        return this;
    }

    /** Keeps a picture of the whole page under target/screenshots. */
    public Screen keep(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
        return this;
    }

    /** An answer that this test provokes: its console line is no complaint. */
    public Screen forgive() {
        complaints.clear();
        return this;
    }

    /** Complaints of the browser so far. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void watch() {
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type()) || message.text().contains("Content Security Policy")) {
                complaints.add(page.url() + " console: " + message.text() + " " + message.location());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " script: " + error));
        context.addInitScript("document.addEventListener('securitypolicyviolation', e => console.error("
                + "'Content Security Policy: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample))");
    }

    @Override
    public void close() {
        var found = List.copyOf(complaints);
        context.close();
        assertThat(found)
                .as("console errors, script errors, content-policy reports")
                .isEmpty();
    }
}
