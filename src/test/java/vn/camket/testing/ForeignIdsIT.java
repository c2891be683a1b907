package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.camket.platform.Vietnam;

/** Ids of others in addresses, forms and saves: answered as if there were no such thing, and nothing changes. */
class ForeignIdsIT {
    private static final String FORM = "application/x-www-form-urlencoded";

    /** Everything that an act of a person leaves a row or a version in. */
    private static final List<String> TRACES = List.of(
            "select count(*) from audit_entry where act not like 'SIGN%'",
            "select count(*) from attempt",
            "select count(*) from attempt_answer",
            "select coalesce(sum(sequence), 0) from lesson_progress",
            "select count(*) from lesson_progress where done_at is not null",
            "select count(*) from study",
            "select count(*) from signature",
            "select count(*) from confirmation",
            "select count(*) from role_grant",
            "select count(*) from membership",
            "select count(*) from headship",
            "select count(*) from question",
            "select sum(version) from employee",
            "select sum(version) from agency",
            "select sum(version) from account",
            "select sum(version) from campaign");

    private final Database database = Application.database();
    private List<String> before = List.of();

    @BeforeEach
    void look() {
        Application.newFaults();
    }

    @AfterEach
    void isAsQuietAsBefore() {
        assertThat(Application.newFaults()).isEmpty();
    }

    @Test
    void aLearnerTouchesNobodyElsesWork() {
        var step = Participant.firstModule();
        var participant = Participant.whoHasNotBegun(step);
        var http = participant.http();
        var enrolment = participant.enrolment();
        var reading = http.get(participant.in("/training/lesson.xhtml", step));
        var study = database.text("select id from study where enrolment_id = ? and step_id = ?", enrolment, step);
        var lesson = reading.body().replaceAll("(?s).*data-lesson=\"(\\d+)\".*", "$1");
        var other = Place.enrolment(Person.SIGNER);
        var othersStudy = database.text("select min(id) from study where enrolment_id = ?", other);
        var othersLesson = database.text("select min(lesson_id) from lesson_progress where study_id = ?", othersStudy);
        var othersAttempt = database.text("select min(id) from attempt where enrolment_id = ?", other);
        var otherCampaign = database.text("select min(id) from step where kind = 'MODULE'");
        var pledge = database.text(
                "select max(s.id) from step s join enrolment e on e.campaign_id = s.campaign_id where s.kind = 'PLEDGE' and e.id = ?",
                enrolment);
        var save = "{\"study\":%s,\"lesson\":%s,\"sequence\":9000000000000,\"position\":1,\"seconds\":1}";
        var answer = "{\"attempt\":%s,\"slot\":%s,\"response\":[1],\"sequence\":9000000000000}";
        remember();

        gone(
                http.postJson("/api/training/progress", save.formatted(othersStudy, othersLesson)),
                http.postJson(
                        "/api/training/progress", save.formatted(study, database.number("select max(id) from lesson"))),
                http.postJson("/api/training/progress", save.formatted(Long.MAX_VALUE, lesson)),
                http.postJson("/api/quiz/answer", answer.formatted(othersAttempt, 1)),
                http.postJson("/api/quiz/answer", answer.formatted(Long.MAX_VALUE, 1)),
                post(http, "/quiz/start.xhtml", "enrolment=" + other + "&step=" + step),
                post(http, "/quiz/start.xhtml", "enrolment=" + enrolment + "&step=" + otherCampaign),
                post(http, "/quiz/start.xhtml", "enrolment=" + enrolment + "&step=" + pledge),
                post(
                        http,
                        "/quiz/attempt.xhtml",
                        "attempt=" + othersAttempt + "&slot=1&choice=1&was=&sequence=1&act=next"),
                post(
                        http,
                        "/quiz/attempt.xhtml",
                        "attempt=" + othersAttempt + "&slot=1&choice=&was=x&sequence=1&act=flag"),
                post(http, "/quiz/review.xhtml", "attempt=" + othersAttempt),
                post(
                        http,
                        "/training/lesson.xhtml?enrolment=" + other + "&step=" + step,
                        filled(http, reading, "reading", "reading:done")),
                post(
                        http,
                        "/pledge/sign.xhtml?enrolment=" + other + "&step=" + pledge,
                        "consent=true&password=lai-chau-2026&key=" + "k".repeat(32)),
                http.getOnly("/training/module.xhtml?enrolment=" + other + "&step=" + step),
                http.getOnly("/quiz/result.xhtml?attempt=" + othersAttempt),
                http.getOnly("/report/person.xhtml?enrolment=" + other));
        gone(
                post(http, "/quiz/write/question.xhtml", "module=1&prompt=x"),
                post(http, "/quiz/write/paper.xhtml", "module=1&act=publish&seen=0"),
                post(http, "/pledge/confirm.xhtml", "which=picked&pick=1&password=lai-chau-2026"),
                http.getOnly("/report/people.xlsx"));
        nothingChanged();
    }

    @Test
    void aHeadConfirmsNobodyElsesPeople() {
        var http = Http.as(Person.HEAD);
        var foreign = database.text(
                "select min(s.id) from signature s left join confirmation c on c.signature_id = s.id join agency a on a.id = s.agency_id"
                        + " where c.signature_id is null and a.path not like ?",
                database.text("select path from agency where id = ?", department()) + "%");
        var code = database.text("select lookup_code from signature where id = ?", foreign);
        var stranger = database.text("select enrolment_id from signature where id = ?", foreign);
        var agency = database.text("select agency_id from signature where id = ?", foreign);
        var campaign = database.text("select max(id) from campaign");
        remember();

        post(http, "/pledge/confirm.xhtml", "which=picked&pick=" + foreign + "&password=lai-chau-2026");
        gone(
                http.getOnly("/report/agency.xhtml?agency=" + agency + "&campaign=" + campaign),
                http.getOnly("/report/people.xhtml?agency=" + agency + "&campaign=" + campaign),
                http.getOnly("/report/people.xlsx?agency=" + agency + "&campaign=" + campaign),
                http.getOnly("/report/agency.xhtml?campaign=999999"),
                http.getOnly("/report/person.xhtml?enrolment=" + stranger),
                http.getOnly("/pledge/receipt.xhtml?code=" + code),
                http.getOnly("/pledge/pdf/" + code));
        nothingChanged();
    }

    @Test
    void administratorsOfADepartmentKeepToIt() {
        var user = database.texts("select user_name from account where user_name like 'lc%' order by user_name desc")
                .get(8);
        var account = database.text("select id from account where user_name = ?", user);
        for (var role : List.of("SYSTEM_ADMINISTRATOR", "CAMPAIGN_ADMINISTRATOR")) {
            database.change(
                    "insert into role_grant (account_id, role, agency_id, valid_from) values (?, ?, ?, ?)",
                    account,
                    role,
                    department(),
                    LocalDate.now(Vietnam.ZONE).minusDays(1));
        }
        try {
            var http = Http.anonymous();
            http.signIn(user, "lai-chau-2026");
            var path = database.text("select path from agency where id = ?", department());
            var inside = person(path, "like");
            var outside = person(path, "not like");
            var foreignAgency = database.text(
                    "select max(agency_id) from membership m join agency a on a.id = m.agency_id where a.path not like ?",
                    path + "%");
            var ownAccount = account(path, "like");
            var foreignAccount = account(path, "not like");
            var campaign =
                    database.text("select max(id) from campaign where opened_at is not null and closed_at is null");
            var own = http.get("/organization/person.xhtml?person=" + inside);
            var agency = http.get("/organization/agency-edit.xhtml?agency=" + department());
            var sheet = http.get("/identity/account.xhtml?account=" + ownAccount);
            var move = Map.of(
                    "transfer:agency_input", "x",
                    "transfer:agency_hinput", foreignAgency,
                    "transfer:position", "x",
                    "transfer:day", "1/9/2026");
            remember();

            gone(
                    post(
                            http,
                            "/organization/person.xhtml?person=" + outside,
                            http.filledIn(own, "transfer", "transfer:submit", move)),
                    post(
                            http,
                            "/organization/person.xhtml?person=" + outside,
                            http.filledIn(own, "leave", "leave:submit", Map.of("leave:day", "1/9/2026"))),
                    post(
                            http,
                            "/organization/agency-edit.xhtml?agency=" + foreignAgency,
                            filled(http, agency, "edit", "edit:submit")),
                    post(
                            http,
                            "/identity/account.xhtml?account=" + foreignAccount,
                            filled(http, sheet, "disable", "disable:submit")),
                    post(
                            http,
                            "/identity/account.xhtml?account=" + foreignAccount,
                            filled(http, sheet, "renew", "renew:submit")),
                    http.getOnly("/organization/agency.xhtml?agency=" + foreignAgency),
                    http.getOnly("/organization/person.xhtml?person=" + outside),
                    http.getOnly("/identity/account.xhtml?account=" + foreignAccount),
                    http.getOnly("/campaign/campaign.xhtml?campaign=" + campaign),
                    http.getOnly("/campaign/close.xhtml?campaign=" + campaign),
                    http.getOnly("/campaign/extend.xhtml?campaign=" + campaign));
            var refused = post(
                    http,
                    "/organization/person.xhtml?person=" + inside,
                    http.filledIn(own, "transfer", "transfer:submit", move));
            assertThat(refused.status()).isIn(200, 404);
            nothingChanged();
        } finally {
            database.change("delete from role_grant where account_id = ?", account);
        }
    }

    private String department() {
        return database.text(
                "select min(h.agency_id) from headship h join account a on a.employee_id = h.employee_id where a.user_name = ?",
                Person.HEAD.userName());
    }

    private String person(String path, String like) {
        return database.text(
                "select max(m.employee_id) from membership m join agency a on a.id = m.agency_id where m.kind = 'MAIN'"
                        + " and m.valid_to is null and a.path " + like + " ?",
                path + "%");
    }

    private String account(String path, String like) {
        return database.text(
                "select max(c.id) from account c join membership m on m.employee_id = c.employee_id"
                        + " join agency a on a.id = m.agency_id where m.kind = 'MAIN' and m.valid_to is null and c.disabled_at is null"
                        + " and not exists (select 1 from role_grant g where g.account_id = c.id) and a.path " + like
                        + " ?",
                path + "%");
    }

    private void remember() {
        before = traces();
    }

    private void nothingChanged() {
        assertThat(traces()).isEqualTo(before);
    }

    private List<String> traces() {
        return TRACES.stream().map(sql -> sql + ": " + database.text(sql)).toList();
    }

    private static void gone(Http.Answer... answers) {
        assertThat(Stream.of(answers).map(answer -> answer.status() + " " + answer.path()))
                .allMatch(line -> line.startsWith("404 ") || line.startsWith("403 "));
    }

    private static String filled(Http http, Http.Answer page, String form, String button) {
        return http.filledIn(page, form, button, Map.of());
    }

    private static Http.Answer post(Http http, String path, String body) {
        return http.send("POST", path, BodyPublishers.ofString(body), Map.of("Content-Type", FORM));
    }
}
