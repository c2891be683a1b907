package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the system administrator does by hand: agencies, people, accounts, roles; and how a new person gets in. */
class AdministrationJourneyPageIT {
    private static final String NAME = "Nguyễn Thị Diễm Phượng";
    private static final String CODE = "QT-2026-001";
    private static final String USER = "diem.phuong";
    private static final String PASSWORD = "suối nguồn trong vắt 2026";

    private final String today =
            DateTimeFormatter.ofPattern("d/M/uuuu").format(LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")));

    @Test
    void keepsAgenciesPeopleAccountsAndRoles() {
        try (var screen = Screen.ofNobody().signIn(Person.SYSTEM_ADMINISTRATOR)) {
            assertThat(screen.looksRight().page().url()).contains("/organization/agencies.xhtml");
            var agency = createAgency(screen);
            moveAgency(screen, agency);
            var person = createPerson(screen, agency);
            transfer(screen, person);
            var link = createAccount(screen, person);
            activate(link);
            grant(screen);
            disableAndEnable(screen);
        }
    }

    private static long createAgency(Screen screen) {
        screen.open("/organization/agency.xhtml?agency=" + agency("Sở Ngoại vụ"))
                .looksRight();
        screen.press(screen.page().locator("a[href*='agency-edit.xhtml?parent']"));
        screen.press(screen.byId("edit:submit"));
        assertThat(screen.byId("edit:name").getAttribute("aria-invalid")).isEqualTo("true");
        screen.looksRight().isAccessible().keep("administration-agency-refused");

        screen.byId("edit:name").fill("Phòng Biên giới");
        screen.byId("edit:code").fill("H35.QT.1");
        screen.press(screen.byId("edit:submit"));
        screen.looksRight().isAccessible().keep("administration-agency");
        return agency("Phòng Biên giới");
    }

    private static void moveAgency(Screen screen, long agency) {
        screen.open("/organization/agency.xhtml?agency=" + agency);
        screen.page().locator("details:has([id='move']) > summary").click();
        choose(screen, "move:destination", "so tu phap");
        screen.press(screen.byId("move:submit"));

        screen.looksRight().isAccessible().keep("administration-agency-moved");
        assertThat(Application.database().number("select parent_id from agency where id = ?", agency))
                .isEqualTo(agency("Sở Tư pháp"));
        assertThat(screen.page().locator(".ck-crumbs").innerText()).contains("Sở Tư pháp");
    }

    private long createPerson(Screen screen, long agency) {
        screen.open("/organization/agency.xhtml?agency=" + agency);
        screen.press(screen.page().locator("a[href*='person-edit.xhtml?agency']"));
        screen.byId("edit:fullName").fill(Normalizer.normalize(NAME, Normalizer.Form.NFD));
        screen.byId("edit:code").fill(CODE);
        screen.byId("edit:position").fill("Chuyên viên");
        screen.byId("edit:day").fill("ngày mai");
        screen.press(screen.byId("edit:submit"));
        assertThat(screen.byId("edit:day").getAttribute("aria-invalid")).isEqualTo("true");
        screen.looksRight().isAccessible().keep("administration-person-refused");

        screen.byId("edit:day").fill("1/6/2026");
        screen.press(screen.byId("edit:submit"));
        screen.looksRight().isAccessible().keep("administration-person");
        assertThat(Application.database().text("select full_name from employee where code = ?", CODE))
                .isEqualTo(Normalizer.normalize(NAME, Normalizer.Form.NFC));
        screen.open("/organization/people.xhtml");
        screen.byId("search").fill("diem phuong");
        screen.press(screen.page().locator("form[role=search] button"));
        assertThat(screen.page().locator("tbody th a").allInnerTexts()).contains(NAME);
        return Application.database().number("select id from employee where code = ?", CODE);
    }

    private void transfer(Screen screen, long person) {
        screen.open("/organization/person.xhtml?person=" + person);
        screen.page().locator("details:has([id='transfer']) > summary").click();
        choose(screen, "transfer:agency", "thanh tra tinh");
        screen.byId("transfer:position").fill("Thanh tra viên");
        screen.byId("transfer:day").fill(today);
        screen.press(screen.byId("transfer:submit"));

        screen.looksRight().isAccessible().keep("administration-person-moved");
        assertThat(Application.database()
                        .number(
                                "select agency_id from membership where employee_id = ? and kind = 'MAIN' and valid_to is null",
                                person))
                .isEqualTo(agency("Thanh tra tỉnh"));
    }

    private static String createAccount(Screen screen, long person) {
        screen.open("/organization/person.xhtml?person=" + person);
        screen.press(screen.page().locator("a[href*='account.xhtml?employee']"));
        screen.byId("create:userName").fill(Person.LEARNER.userName());
        screen.press(screen.byId("create:submit"));
        assertThat(screen.byId("create:userName").getAttribute("aria-invalid")).isEqualTo("true");
        screen.looksRight().isAccessible().keep("administration-account-refused");

        screen.byId("create:userName").fill(USER);
        screen.press(screen.byId("create:submit"));
        screen.looksRight().isAccessible().keep("administration-account");
        return screen.byId("link").innerText().strip();
    }

    private static void activate(String link) {
        try (var screen = Screen.ofNobody()) {
            screen.page().navigate(link);
            screen.looksRight().isAccessible().keep("administration-activate");
            assertThat(screen.page().locator("main").innerText()).contains(NAME);
            screen.byId("activate:wished").fill(PASSWORD);
            screen.byId("activate:again").fill(PASSWORD + "!");
            screen.press(screen.byId("activate:submit"));
            screen.looksRight().isAccessible();
            assertThat(screen.page().locator("[aria-invalid=true]").count()).isPositive();

            screen.byId("activate:wished").fill(PASSWORD);
            screen.byId("activate:again").fill(PASSWORD);
            screen.press(screen.byId("activate:submit"));
            screen.signIn(USER, PASSWORD);
            screen.looksRight().keep("administration-first-page");
            assertThat(screen.page().locator(".ck-user-name").innerText()).isEqualTo(NAME);
        }
        try (var screen = Screen.ofNobody()) {
            screen.page().navigate(link);
            assertThat(screen.looksRight().byId("activate:wished").count()).isZero();
        }
    }

    private static void grant(Screen screen) {
        screen.open("/identity/account.xhtml?account=" + account());
        screen.page().locator("details:has([id='grant']) > summary").click();
        screen.byId("grant:role").selectOption("TRAINER");
        choose(screen, "grant:agency", "so tu phap");
        screen.byId("grant:reason").fill("Biên soạn chuyên đề của ngành");
        screen.press(screen.byId("grant:submit"));

        screen.looksRight().isAccessible().keep("administration-granted");
        assertThat(Application.database()
                        .number(
                                "select agency_id from role_grant where account_id = ? and role = 'TRAINER'",
                                account()))
                .isEqualTo(agency("Sở Tư pháp"));
        var http = Http.anonymous();
        http.signIn(USER, PASSWORD);
        assertThat(http.get("/training/write/modules.xhtml").status()).isEqualTo(200);
        assertThat(http.get("/organization/agencies.xhtml").status()).isEqualTo(403);
    }

    private static void disableAndEnable(Screen screen) {
        var earlier = Http.anonymous();
        earlier.signIn(USER, PASSWORD);
        screen.open("/identity/account.xhtml?account=" + account());
        screen.page().locator("details:has([id='disable']) > summary").click();
        screen.press(screen.byId("disable:submit"));
        screen.looksRight().isAccessible().keep("administration-disabled");
        assertThat(earlier.getOnly("/training/write/modules.xhtml").status()).isEqualTo(302);
        assertThat(Http.anonymous().signIn(USER, PASSWORD).path()).startsWith("/identity/sign-in");

        screen.page().locator("details:has([id='enable']) > summary").click();
        screen.press(screen.byId("enable:submit"));
        screen.looksRight();
        assertThat(Http.anonymous().signIn(USER, PASSWORD).path()).doesNotStartWith("/identity/sign-in");
        assertThat(Http.as(Person.LEARNER)
                        .post("/identity/account.xhtml?account=" + account(), Map.of())
                        .status())
                .isIn(403, 404);
    }

    /** Types into a chooser of agencies, without marks, and takes the first that is offered. */
    private static void choose(Screen screen, String chooser, String words) {
        screen.byId(chooser + "_input").pressSequentially(words);
        screen.byId(chooser + "_panel").locator("[role=option]").first().click();
    }

    private static long agency(String name) {
        return Application.database().number("select max(id) from agency where name = ?", name);
    }

    private static long account() {
        return Application.database().number("select id from account where user_name = ?", USER);
    }
}
