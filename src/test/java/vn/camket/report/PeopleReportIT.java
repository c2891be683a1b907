package vn.camket.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.camket.testing.Application;
import vn.camket.testing.Http;
import vn.camket.testing.Person;

class PeopleReportIT {
    private static final Pattern NAME = Pattern.compile("person\\.xhtml\\?enrolment=\\d+\">([^<]+)<");
    private static final Pattern TOTAL = Pattern.compile("<h2 id=\"people\">[^<]*\\(([\\d.]+)\\)</h2>");

    private final Http head = Http.as(Person.HEAD);

    @Test
    void showsAHeadTheOwnSubtreeOnly() {
        var own = path("H35.2");
        var foreign = Application.database()
                .number(
                        "select min(e.id) from enrolment e join agency a on a.id = e.agency_id where a.path not like ?",
                        own + "%");
        var sibling = Application.database().number("select id from agency where code = 'H35.3'");

        assertThat(head.get("/report/agency.xhtml?agency=" + sibling).status()).isEqualTo(404);
        assertThat(head.get("/report/people.xhtml?agency=" + sibling).status()).isEqualTo(404);
        assertThat(head.get("/report/people.xlsx?agency=" + sibling).status()).isEqualTo(404);
        assertThat(head.get("/report/today.xhtml?agency=" + sibling).status()).isEqualTo(404);
        assertThat(head.get("/report/person.xhtml?enrolment=" + foreign).status())
                .isEqualTo(404);
        assertThat(head.get("/report/agency.xhtml").body()).doesNotContain("Lai Châu</a>");
    }

    @Test
    void refusesWhoSeesNoCompletion() {
        assertThat(Http.as(Person.TRAINER).get("/report/people.xlsx").status()).isEqualTo(403);
        assertThat(Http.as(Person.TRAINER).get("/report/agency.xhtml").status()).isEqualTo(403);
    }

    @Test
    void opensAPersonOfTheOwnSubtree() {
        var enrolment = Application.database()
                .number(
                        "select min(e.id) from enrolment e join agency a on a.id = e.agency_id where a.path like ?",
                        path("H35.2") + "%");

        assertThat(head.get("/report/person.xhtml?enrolment=" + enrolment).status())
                .isEqualTo(200);
    }

    @Test
    void countsTheSameInListsAndFigures() {
        var required = Application.database()
                .number(
                        """
                        select sum(c.required) from completion_count c join agency a on a.id = c.agency_id
                        where c.step_id = 0 and a.path like ? and c.campaign_id =
                          (select min(k.id) from campaign k where k.closed_at is null and k.opened_at is not null)
                        """,
                        path("H35.2") + "%");

        assertThat(total("not-done") + total("done")).isEqualTo(required);
        assertThat(total("overdue")).isLessThanOrEqualTo(total("not-done"));
    }

    @Test
    void findsNamesWithoutTones() {
        var province = Http.as(Person.PROVINCE_HEAD);

        assertThat(names(province.get("/report/people.xhtml?state=all&q=dang").body()))
                .isNotEmpty()
                .allMatch(name -> name.matches("(?iu).*(đ|d)[aăâáàảãạắằẳẵặấầẩẫậ]ng.*"))
                .anyMatch(name -> name.contains("Đặng"));
        assertThat(names(province.get("/report/people.xhtml?state=all&q=nguyen%20thi")
                        .body()))
                .isNotEmpty()
                .allMatch(name -> name.contains("Nguyễn"));
        assertThat(names(province.get("/report/people.xhtml?state=all&q=%25").body()))
                .isEmpty();
    }

    @Test
    void givesTheWholeListAsAFile() throws IOException {
        var answer = head.get("/report/people.xlsx?state=all");

        assertThat(answer.header("Content-Disposition"))
                .contains("filename*=UTF-8''")
                .endsWith(".xlsx");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.bytes()))) {
            var sheet = workbook.getSheetAt(0);
            var filed = new ArrayList<String>();
            for (var row = 7; row <= sheet.getLastRowNum(); row++) {
                filed.add(sheet.getRow(row).getCell(1).getStringCellValue());
            }
            assertThat(filed).isEqualTo(allNames()).hasSize((int) total("all"));
        }
        assertThat(Application.database().number("select count(*) from audit_entry where act = 'EXPORTED'"))
                .isPositive();
    }

    private List<String> allNames() {
        var names = new ArrayList<String>();
        for (var page = 1; page <= (total("all") + 19) / 20; page++) {
            names.addAll(names(
                    head.get("/report/people.xhtml?state=all&page=" + page).body()));
        }
        return names;
    }

    private long total(String state) {
        var matcher =
                TOTAL.matcher(head.get("/report/people.xhtml?state=" + state).body());
        assertThat(matcher.find()).as("a total on the list " + state).isTrue();
        return Long.parseLong(matcher.group(1).replace(".", ""));
    }

    private static List<String> names(String page) {
        return NAME.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static String path(String code) {
        return Application.database().text("select path from agency where code = ?", code);
    }
}
