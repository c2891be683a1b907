package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import vn.camket.testing.Application;
import vn.camket.testing.Person;
import vn.camket.testing.Screen;
import vn.camket.testing.Signer;

/** The sign page in the browser: personal commitments, and the second way. */
class SignPageIT {
    private static final String OWN = "Trả kết quả cho người dân trước hạn ít nhất một ngày.";

    @Test
    void putsCommitmentsOnThePaperAtOnceAndKeepsThemThroughAnExpiredSession() {
        var person = Signer.fresh();
        try (var screen = person.screen()) {
            screen.open(person.at("/pledge/sign.xhtml")).looksRight();
            clear(screen);
            var wording =
                    screen.page().locator("#commitments label span").first().innerText();
            screen.page().locator("#commitments input").first().check();
            screen.byId("own-2").fill(OWN);
            assertThat(paper(screen).allInnerTexts()).containsExactly("a) " + wording, "b) " + OWN);
            screen.keep("sign-commitments").isAccessible();
            screen.inScheme(ColorScheme.DARK).isAccessible();
            screen.inWidth(Screen.PHONE).looksRight().keep("sign-commitments-phone");

            screen.page().context().clearCookies();
            screen.byId("consent").check();
            screen.byId("password").fill(Signer.PASSWORD);
            screen.press(screen.page().locator("#sign button[type=submit]"));
            assertThat(screen.page().url()).contains("/identity/sign-in.xhtml");
            person.signIn(screen);
            assertThat(screen.page().url()).contains("/pledge/sign.xhtml");
            assertThat(paper(screen).allInnerTexts()).containsExactly("a) " + wording, "b) " + OWN);

            screen.byId("consent").check();
            screen.byId("password").fill(Signer.PASSWORD);
            screen.press(screen.page().locator("#sign button[type=submit]"));
            assertThat(screen.page().url()).contains("/pledge/receipt.xhtml?code=");
            assertThat(paper(screen).allInnerTexts()).containsExactly("a) " + wording, "b) " + OWN);
            screen.looksRight().isAccessible();
        }
    }

    @Test
    void letsNobodyChooseMoreThanFive() {
        var person = Signer.fresh();
        var database = Application.database();
        for (var number = 1; number <= 3; number++) {
            database.change(
                    """
                    insert into commitment_source (code, wording, wording_folded, audience, active, created_at)
                    select ?, ?, ?, 'ALL', ?, created_at from commitment_source order by id limit 1
                    """,
                    "page-" + number,
                    "Việc thứ " + number,
                    "viec thu " + number,
                    true);
        }
        try (var screen = person.screen()) {
            screen.open(person.at("/pledge/sign.xhtml"));
            clear(screen);
            for (var index = 0; index < 5; index++) {
                screen.page().locator("#commitments input").nth(index).check();
            }

            assertThat(screen.page().locator("#commitments input").nth(5).isDisabled())
                    .isTrue();
            assertThat(screen.byId("commitments-count").innerText()).contains("5");
            assertThat(paper(screen).count()).isEqualTo(5);
        } finally {
            database.change("update commitment_source set active = ? where code like 'page-%'", false);
        }
    }

    @Test
    void theHeadSeesWhoRefusedAndWhy() {
        var person = Signer.fresh();
        try (var screen = person.screen()) {
            screen.open(person.at("/pledge/sign.xhtml"));
            screen.press(screen.byId("refuse"));
            assertThat(screen.looksRight().heading()).isEqualTo("Không ký bản cam kết");
            screen.byId("reason").fill("Chờ kết luận về vị trí việc làm");
            screen.byId("password").fill(Signer.PASSWORD);
            screen.press(screen.page().locator("#refuse button[type=submit]"));
            screen.looksRight().isAccessible().keep("refused");
            assertThat(screen.page().locator("main").innerText()).contains("Chờ kết luận về vị trí việc làm");
            screen.open("/completion/tasks.xhtml").looksRight().isAccessible().keep("tasks-refused");
            screen.open(person.at("/pledge/sign.xhtml")).looksRight().isAccessible();
        }
        try (var screen = Screen.of(Person.PROVINCE_HEAD)) {
            screen.open("/report/people.xhtml?state=refused&agency=" + person.agency())
                    .looksRight();
            screen.press(screen.page()
                    .locator("tbody th a", new com.microsoft.playwright.Page.LocatorOptions().setHasText(person.name()))
                    .first());
            assertThat(screen.looksRight().isAccessible().page().locator("main").innerText())
                    .contains("Chờ kết luận về vị trí việc làm");
        }
    }

    /** Without what the person promised last year. */
    private static void clear(Screen screen) {
        screen.page().locator("#commitments input").all().forEach(Locator::uncheck);
        screen.page().locator("[name=own]").all().forEach(line -> line.fill(""));
    }

    private static Locator paper(Screen screen) {
        return screen.page().locator(".ck-paper__own li");
    }
}
