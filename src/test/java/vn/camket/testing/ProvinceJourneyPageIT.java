package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the level above does: compare agency by agency and go down; and what nobody sees, whatever lies outside. */
class ProvinceJourneyPageIT {
    @Test
    void comparesAgenciesAndGoesDown() {
        for (var person : List.of(Person.PROVINCE_HEAD, Person.SUPERVISOR)) {
            try (var screen = Screen.ofNobody().signIn(person)) {
                assertThat(screen.looksRight().page().url())
                        .contains(person == Person.SUPERVISOR ? "/report/agency.xhtml" : "/report/today.xhtml");
                screen.open("/report/agency.xhtml?campaign=" + Place.campaign()).looksRight();
                assertThat(agencies(screen)).hasSizeGreaterThan(10);

                screen.press(screen.page()
                        .locator("section[aria-labelledby=rows] thead a")
                        .first());
                assertThat(screen.page()
                                .locator("section[aria-labelledby=rows] th[aria-sort=ascending]")
                                .count())
                        .isEqualTo(1);
                screen.byId("q").fill("so noi vu");
                screen.press(screen.page().locator("section[aria-labelledby=rows] form button"));
                assertThat(agencies(screen)).containsExactly("Sở Nội vụ");
                screen.looksRight().isAccessible();

                screen.press(screen.page()
                        .locator("section[aria-labelledby=rows] tbody th a")
                        .first());
                assertThat(screen.looksRight().heading()).isEqualTo("Sở Nội vụ");
                screen.press(screen.page()
                        .locator("section[aria-labelledby=rows] tbody th a")
                        .first());
                assertThat(screen.looksRight().heading()).startsWith("Phòng");
                screen.press(screen.page().locator(".ck-head .ck-actions a"));
                screen.looksRight().isAccessible();
                screen.inWidth(Screen.PHONE).looksRight();
            }
        }
    }

    @Test
    void sumsTheSubtree() {
        var required = Application.database()
                .number(
                        "select sum(required) from completion_count where step_id = 0 and campaign_id = ?",
                        Place.campaign());

        try (var screen = Screen.of(Person.SUPERVISOR)) {
            screen.open("/report/agency.xhtml?campaign=" + Place.campaign());

            assertThat(screen.page().locator(".ck-stat").first().innerText().replace(".", ""))
                    .contains(" trên " + required);
        }
    }

    @Test
    void hidesWhatLiesOutsideTheSubtree() {
        var database = Application.database();
        var foreign = database.text("select id from agency where code = 'H35.3'");
        var above = database.text("select id from agency where parent_id is null");
        var person = database.text(
                "select min(id) from enrolment where campaign_id = ? and agency_id = ?", Place.campaign(), foreign);
        var step = database.text("select min(id) from step where campaign_id = ?", Place.campaign());

        for (var head : List.of(Person.HEAD, Person.COMMUNE_HEAD)) {
            var http = Http.as(head);
            for (var agency : List.of(foreign, above)) {
                for (var page : List.of(
                        "agency.xhtml?",
                        "people.xhtml?",
                        "people.xlsx?",
                        "today.xhtml?",
                        "people.xhtml?step=" + step + "&state=all&",
                        "people.xlsx?state=all&q=a&")) {
                    var answer = http.getOnly("/report/" + page + "agency=" + agency);
                    assertThat(answer.status()).as(page).isEqualTo(404);
                }
            }
            assertThat(http.getOnly("/report/person.xhtml?enrolment=" + person).status())
                    .isEqualTo(404);
            assertThat(http.getOnly("/report/people.xhtml?agency=999999").status())
                    .isEqualTo(404);
            assertThat(http.getOnly("/pledge/confirm.xhtml?agency=" + foreign).body())
                    .doesNotContain("Sở Tài chính");
        }
        try (var screen = Screen.of(Person.HEAD)) {
            screen.open("/report/agency.xhtml?agency=" + foreign)
                    .forgive()
                    .looksRight()
                    .isAccessible()
                    .keep("head-not-found")
                    .forgive();
            assertThat(screen.page().locator("main").innerText()).doesNotContain("Tài chính");
        }
    }

    private static List<String> agencies(Screen screen) {
        return screen.page().locator("section[aria-labelledby=rows] tbody th a").allInnerTexts();
    }
}
