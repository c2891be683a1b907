package vn.camket.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.camket.platform.Vietnam;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Patience;
import vn.camket.testing.Person;

/** The counters follow people who come, move and leave; the recount finds and repairs what does not follow. */
class CountersIT {
    private static final String CHECK = "/completion/check.xhtml";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");

    private final Database database = Application.database();
    private final String campaign =
            database.text("select max(id) from campaign where opened_at is not null and closed_at is null");

    @Test
    void aCounterThatIsWrongIsFoundAndRepaired() {
        var http = Http.as(Person.CAMPAIGN_ADMINISTRATOR);
        if (press(http, "run") > 0) {
            press(http, "repair");
        }
        var row = " where campaign_id = " + campaign + " and step_id = 0 and agency_id = "
                + database.text(
                        "select max(agency_id) from completion_count where step_id = 0 and campaign_id = ?", campaign);
        var right = database.number("select done from completion_count" + row);
        database.change("update completion_count set done = done + 7, late = late + 1" + row);

        var found = press(http, "run");
        var page = http.get(CHECK);

        assertThat(found).isEqualTo(2);
        assertThat(page.body()).contains("name=\"repair\"");
        assertThat(press(http, "repair")).isZero();
        assertThat(database.number("select done from completion_count" + row)).isEqualTo(right);
        assertThat(database.text("select max(repaired_at) from completion_check where campaign_id = ?", campaign))
                .isNotEqualTo("null");
        assertThat(http.get(CHECK).body()).doesNotContain("name=\"repair\"");
    }

    @Test
    void aCampaignOutsideTheScopeIsNeitherRecountedNorRepaired() {
        var before = database.number("select count(*) from completion_check");
        var administrator = Http.as(Person.CAMPAIGN_ADMINISTRATOR);
        var page = administrator.get(CHECK);

        var foreign = administrator.submit(page, "check", "ignored", Map.of("repair", "999999"));

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(Http.as(Person.HEAD).get(CHECK).status()).isEqualTo(403);
        assertThat(database.number("select count(*) from completion_check")).isEqualTo(before);
    }

    @Test
    void whoComesMovesAndLeavesIsCounted() {
        var differences = press(Http.as(Person.CAMPAIGN_ADMINISTRATOR), "run");
        var http = Http.as(Person.SYSTEM_ADMINISTRATOR);
        var first = agency(0);
        var second = agency(1);
        var countOfFirst = required(first);
        var countOfSecond = required(second);
        var code = "MOI" + System.nanoTime() % 1_000_000;
        var decomposed = Normalizer.normalize("Nguyễn Thị Thử Nghiệm", Normalizer.Form.NFD);

        var created = engage(http, decomposed, code, first);

        assertThat(created.path()).startsWith("/organization/person.xhtml?person=");
        var employee = database.text("select id from employee where code = ?", code);
        assertThat(database.text("select full_name from employee where id = ?", employee))
                .isEqualTo("Nguyễn Thị Thử Nghiệm");
        assertThat(http.get("/organization/people.xhtml?search=thu+nghiem").body())
                .contains("Nguyễn Thị Thử Nghiệm");
        assertThat(required(first)).isEqualTo(countOfFirst + 1);
        assertThat(state(employee)).isEqualTo("ACTIVE " + first);

        var moved = act(
                http,
                employee,
                "transfer",
                transfer(second, DAY.format(LocalDate.now(Vietnam.ZONE).minusDays(1))));

        assertThat(moved.status()).isEqualTo(200);
        assertThat(state(employee)).isEqualTo("ACTIVE " + second);
        assertThat(required(first)).isEqualTo(countOfFirst);
        assertThat(required(second)).isEqualTo(countOfSecond + 1);

        act(http, employee, "leave", Map.of());

        assertThat(state(employee)).isEqualTo("WITHDRAWN " + second);
        assertThat(required(second)).isEqualTo(countOfSecond);
        assertThat(press(Http.as(Person.CAMPAIGN_ADMINISTRATOR), "run")).isEqualTo(differences);
    }

    @Test
    void whatIsDatedAheadCountsFromItsDay() {
        var http = Http.as(Person.SYSTEM_ADMINISTRATOR);
        var first = agency(2);
        var second = agency(3);
        var countOfFirst = required(first);
        var countOfSecond = required(second);
        var code = "SAU" + System.nanoTime() % 1_000_000;
        engage(http, "Trần Văn Mai Sau", code, first);
        var employee = database.text("select id from employee where code = ?", code);
        var tomorrow = DAY.format(LocalDate.now(Vietnam.ZONE).plusDays(1));

        act(http, employee, "transfer", transfer(second, tomorrow));
        var ahead = state(employee);
        theDayComes(employee);
        Patience.until("the move counts", () -> state(employee).equals("ACTIVE " + second));
        act(http, employee, "leave", Map.of("leave:day", tomorrow));
        var leaving = state(employee);
        theDayComes(employee);
        Patience.until("the leaving counts", () -> state(employee).equals("WITHDRAWN " + second));

        assertThat(ahead).isEqualTo("ACTIVE " + first);
        assertThat(leaving).isEqualTo("ACTIVE " + second);
        assertThat(required(first)).isEqualTo(countOfFirst);
        assertThat(required(second)).isEqualTo(countOfSecond);
    }

    /** As if what is dated tomorrow had been dated today, and today had just begun. */
    private void theDayComes(String employee) {
        var today = LocalDate.now(Vietnam.ZONE);
        var tomorrow = today.plusDays(1);
        database.change(
                "update membership set valid_from = ? where employee_id = ? and valid_from = ?",
                today.minusDays(1),
                employee,
                today);
        database.change(
                "update membership set valid_to = ? where employee_id = ? and valid_to = ?", today, employee, tomorrow);
        database.change(
                "update membership set valid_from = ? where employee_id = ? and valid_from = ?",
                today,
                employee,
                tomorrow);
        database.change("update employee set left_on = ? where id = ? and left_on = ?", today, employee, tomorrow);
        database.change(
                "update setting set text = ? where name = 'posts.done-until'",
                today.minusDays(1).toString());
    }

    private Http.Answer engage(Http http, String name, String code, String agency) {
        return http.submit(
                http.get("/organization/person-edit.xhtml"),
                "edit",
                "edit:submit",
                Map.of(
                        "edit:fullName",
                        name,
                        "edit:code",
                        code,
                        "edit:agency_input",
                        "x",
                        "edit:agency_hinput",
                        agency,
                        "edit:position",
                        "Chuyên viên",
                        "edit:day",
                        DAY.format(LocalDate.now(Vietnam.ZONE).minusDays(2))));
    }

    private static Map<String, String> transfer(String agency, String day) {
        return Map.of(
                "transfer:agency_input",
                "x",
                "transfer:agency_hinput",
                agency,
                "transfer:position",
                "Chuyên viên",
                "transfer:day",
                day);
    }

    private Http.Answer act(Http http, String employee, String form, Map<String, String> fields) {
        var all = new java.util.HashMap<>(fields);
        all.putIfAbsent(form + ":day", DAY.format(LocalDate.now(Vietnam.ZONE)));
        return http.submit(http.get("/organization/person.xhtml?person=" + employee), form, form + ":submit", all);
    }

    /** Two agencies with people in the open campaign, none of them a unit the other tests count on. */
    private String agency(int index) {
        return database.texts(
                        "select agency_id from completion_count where campaign_id = ? and step_id = 0 order by agency_id desc",
                        campaign)
                .get(5 + index);
    }

    private long required(String agency) {
        return database.number(
                "select required from completion_count where campaign_id = ? and step_id = 0 and agency_id = ?",
                campaign,
                agency);
    }

    private String state(String employee) {
        return database.text(
                "select concat(state, ' ', agency_id) from enrolment where campaign_id = ? and employee_id = ?",
                campaign,
                employee);
    }

    /** Presses a button of the campaign's card. @return differences the recount found then */
    private long press(Http http, String button) {
        var answer = http.submit(http.get(CHECK), "check", "ignored", Map.of(button, campaign));
        assertThat(answer.status()).isEqualTo(200);
        return database.number(
                "select differences from completion_check where id = (select max(id) from completion_check where campaign_id = ?)",
                campaign);
    }
}
