package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Media;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What the head of an agency does: own part first, then the agency's figures, its people, its pledges. */
class HeadJourneyPageIT {
    private static final int FIRST_PERSON_ROW = 7;

    @Test
    void landsOnTodayWithTheOwnPartFirst() {
        for (var person : List.of(Person.HEAD, Person.COMMUNE_HEAD)) {
            try (var screen = Screen.ofNobody().signIn(person)) {
                assertThat(screen.looksRight().page().url()).contains("/report/today.xhtml");
                assertThat(screen.page().locator(".ck-today > li").first().getAttribute("class"))
                        .isEqualTo("is-me");
                assertThat(screen.page().locator(".ck-stat__n").first().innerText())
                        .matches("\\d+(,\\d)?\\u00a0?%");
                screen.isAccessible();
                screen.inWidth(Screen.PHONE).looksRight();
            }
        }
    }

    @Test
    void seesTheRateWithItsParts() {
        var figures = Application.database()
                .rows(
                        "select sum(c.done) as done, sum(c.required) as required from completion_count c join agency a on a.id = c.agency_id"
                                + " where c.step_id = 0 and c.campaign_id = ? and a.path like ?",
                        Place.campaign(),
                        path(Person.HEAD) + "%")
                .get(0);

        try (var screen = Screen.of(Person.HEAD)) {
            screen.open("/report/today.xhtml");

            assertThat(screen.page().locator(".ck-stat").first().innerText().replaceAll("\\s+", " "))
                    .contains(figures.get("done") + " trên " + figures.get("required"));
            assertThat(screen.page().locator("tfoot .ck-num").first().innerText())
                    .isEqualTo(figures.get("done") + "/" + figures.get("required"));
        }
    }

    @Test
    void goesDownToADivisionAndToItsPeople() {
        try (var screen = Screen.of(Person.HEAD)) {
            screen.open("/report/today.xhtml");
            var division = screen.page().locator("section[aria-labelledby='rows'] tbody th a");
            var name = division.first().innerText();

            screen.press(division.first());

            assertThat(screen.looksRight().isAccessible().heading()).isEqualTo(name);
            screen.press(screen.page().locator(".ck-head .ck-actions a"));
            assertThat(texts(screen.page().locator("tbody td:nth-child(2)"))).containsOnly(name);
            screen.press(screen.page().locator("tbody th a").first());
            assertThat(screen.looksRight().isAccessible().page().url()).contains("/report/person.xhtml");
        }
    }

    @Test
    void findsSortsAndTurnsThePages() {
        try (var screen = Screen.of(Person.HEAD)) {
            screen.open("/report/people.xhtml").looksRight();
            var name = texts(names(screen)).stream()
                    .filter(one -> !plain(one).equals(one))
                    .findFirst()
                    .orElseThrow();

            screen.byId("q").fill(plain(name).toLowerCase(Locale.ROOT));
            screen.press(screen.page().locator("form[role=search] button"));
            assertThat(texts(names(screen))).contains(name).allSatisfy(found -> assertThat(plain(found))
                    .isEqualToIgnoringCase(plain(name)));

            screen.press(screen.page().locator("form[role=search] a"));
            screen.press(screen.page().locator("thead a").last());
            assertThat(screen.page().locator("thead th[aria-sort=ascending]").innerText())
                    .contains("Hạn");
            screen.looksRight().keep("head-people-by-due");

            screen.open("/report/people.xhtml?state=all");
            var first = texts(names(screen));
            screen.press(
                    screen.page().locator(".ck-pager a[rel=next], .ck-pager a").last());
            assertThat(texts(names(screen))).isNotEmpty().doesNotContainAnyElementsOf(first);
            assertThat(screen.looksRight().page().url()).contains("page=2");
        }
    }

    @Test
    void takesTheListAlongAsAnExcelFile() throws IOException {
        try (var screen = Screen.of(Person.HEAD)) {
            screen.open("/report/people.xhtml");
            var total = Integer.parseInt(screen.byId("people").innerText().replaceAll("\\D", ""));

            var download = screen.page()
                    .waitForDownload(() ->
                            screen.page().locator(".ck-head .ck-actions a").click());

            assertThat(download.suggestedFilename()).endsWith(".xlsx");
            assertThat(namesInFile(Files.readAllBytes(download.path())))
                    .hasSize(total)
                    .containsAll(texts(names(screen)));
        }
    }

    @Test
    void printsTheListWithoutWhatOnlyAScreenNeeds() {
        try (var screen = Screen.of(Person.HEAD)) {
            for (var path : List.of("/report/people.xhtml", "/report/agency.xhtml")) {
                screen.open(path);
                screen.page()
                        .emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions().setMedia(Media.PRINT));

                assertThat(screen.page()
                                .locator(".ck-nav, .ck-strip, .ck-toolbar, .ck-head .ck-actions, .ck-pager")
                                .all())
                        .noneMatch(Locator::isVisible);
                assertThat(screen.page().locator("h1").isVisible()).isTrue();
                assertThat(screen.page()
                                .locator(".ck-table--stack tbody tr")
                                .first()
                                .isVisible())
                        .isTrue();
                screen.looksRight().keep("head-print-" + path.replaceAll("\\W", ""));
            }
        }
    }

    @Test
    void confirmsOnePledgeAndSeveralAtOnce() {
        try (var screen = Screen.of(Person.HEAD)) {
            screen.open("/pledge/confirm.xhtml").looksRight();
            var before = confirmations();
            screen.page().locator("#confirm input[name=pick]").first().check();

            screen.press(screen.page().locator("#confirm button[value=picked]"));
            assertThat(confirmations()).isEqualTo(before);
            assertThat(screen.byId("password").getAttribute("aria-invalid")).isEqualTo("true");
            assertThat(screen.byId("password").getAttribute("aria-describedby")).isEqualTo("password-error");
            assertThat(screen.page()
                            .locator("#confirm input[name=pick]")
                            .first()
                            .isChecked())
                    .isTrue();
            screen.looksRight().isAccessible().keep("head-confirm-refused");

            screen.byId("password").fill(Person.HEAD.password());
            screen.press(screen.page().locator("#confirm button[value=picked]"));
            assertThat(confirmations()).isEqualTo(before + 1);
            assertThat(screen.page().locator("[role=status]").first().innerText())
                    .contains("1");

            for (var row = 0; row < 3; row++) {
                screen.page().locator("#confirm input[name=pick]").nth(row).check();
            }
            screen.byId("password").fill(Person.HEAD.password());
            screen.press(screen.page().locator("#confirm button[value=picked]"));
            assertThat(confirmations()).isEqualTo(before + 4);
            screen.looksRight().isAccessible().keep("head-confirmed");
        }
    }

    private static Locator names(Screen screen) {
        return screen.page().locator("tbody th a");
    }

    private static List<String> texts(Locator rows) {
        return rows.allInnerTexts().stream().map(String::strip).toList();
    }

    /** As a person writes it who leaves the marks out. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    private static List<String> namesInFile(byte[] bytes) throws IOException {
        var names = new ArrayList<String>();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sheet = workbook.getSheetAt(0);
            for (var row = FIRST_PERSON_ROW; row <= sheet.getLastRowNum(); row++) {
                names.add(sheet.getRow(row).getCell(1).getStringCellValue());
            }
        }
        return names;
    }

    private static String path(Person head) {
        return Application.database()
                .text(
                        "select a.path from agency a join headship h on h.agency_id = a.id join account c on c.employee_id = h.employee_id where c.user_name = ?",
                        head.userName());
    }

    private static long confirmations() {
        return Application.database().number("select count(*) from confirmation");
    }
}
