package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the administrator of campaigns does with one, from the first page to its end, and what that means to learners. */
class CampaignJourneyPageIT {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");
    private static final String MODULE = "Văn hóa công vụ";
    private static final String ALL_OF = "H35.41";
    private static final String LEADERS_OF = "H35.42";

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private long campaign;

    @Test
    void plansOpensPutsOffCopiesAndCloses() {
        try (var screen = Screen.ofNobody().signIn(Person.CAMPAIGN_ADMINISTRATOR)) {
            screen.open("/campaign/campaigns.xhtml").looksRight();
            screen.press(screen.page().locator(".ck-head a[href*='/campaign/edit']"));
            describe(screen);
            phases(screen);
            audience(screen);
            steps(screen);
            open(screen);
            putOff(screen);
            copy(screen);
            try (var signing = Screen.ofNobody().signIn(head(ALL_OF), Person.HEAD.password());
                    var sitting = Screen.ofNobody().signIn(head(LEADERS_OF), Person.HEAD.password())) {
                waitToSign(signing, head(ALL_OF));
                begin(sitting, head(LEADERS_OF), new LearnerPages(sitting, Hand.MOUSE));

                close(screen);

                refusesToSign(signing);
                refusesAnswers(sitting, head(LEADERS_OF));
            }
        }
    }

    private void describe(Screen screen) {
        screen.looksRight();
        fill(screen, "edit:cycleName", "Đợt thử");
        fill(screen, "edit:opensOn", "32/1/2026");
        fill(screen, "edit:closesOn", DAY.format(today.plusDays(30)));
        screen.press(screen.byId("edit:save"));
        assertThat(screen.byId("edit:name").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(screen.byId("edit:opensOn").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(screen.byId("edit:opensOn").getAttribute("aria-describedby"))
                .isEqualTo("edit:opensOn-hint edit:opensOn-error");
        assertThat(screen.byId("edit:closesOn").getAttribute("aria-invalid")).isNull();
        screen.looksRight().isAccessible().keep("campaign-refused");

        fill(screen, "edit:name", "Hành trình của người tổ chức");
        fill(screen, "edit:opensOn", DAY.format(today));
        screen.press(screen.byId("edit:save"));
        campaign = Long.parseLong(screen.page().url().replaceAll(".*campaign=(\\d+).*", "$1"));
    }

    private void phases(Screen screen) {
        assertThat(screen.looksRight().page().url()).contains("/campaign/edit-phases.xhtml");
        fill(screen, "edit:phase:0:name", "Học tập");
        fill(screen, "edit:phase:0:from", DAY.format(today));
        fill(screen, "edit:phase:0:to", "hôm nay");
        screen.page().locator("input[name=document]").first().check();
        screen.press(screen.byId("edit:save"));
        assertThat(screen.byId("edit:phase:0:to").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(screen.page().locator("input[name=document]").first().isChecked())
                .isTrue();
        screen.looksRight().isAccessible().keep("campaign-phases-refused");

        fill(screen, "edit:phase:0:to", DAY.format(today.plusDays(20)));
        fill(screen, "edit:phase:1:name", "Ký cam kết");
        fill(screen, "edit:phase:1:from", DAY.format(today.plusDays(21)));
        fill(screen, "edit:phase:1:to", DAY.format(today.plusDays(30)));
        screen.press(screen.byId("edit:save"));
        assertThat(screen.page().url()).contains("/campaign/edit-audience.xhtml");
    }

    private void audience(Screen screen) {
        include(screen, ALL_OF, List.of("CADRE", "CIVIL_SERVANT"), "ANY");
        include(screen, LEADERS_OF, List.of(), "LEADERS");
        screen.looksRight().isAccessible().keep("campaign-audience");
        assertThat(screen.page().locator("aside b").first().innerText()).contains(String.valueOf(audience()));
        screen.inWidth(Screen.PHONE)
                .looksRight()
                .keep("campaign-audience-phone")
                .inWidth(Screen.DESK);
        screen.press(screen.page().locator("a[href*='/campaign/edit-steps']").last());
    }

    private static void include(Screen screen, String code, List<String> classes, String leaders) {
        screen.byId("search").fill(Application.database().text("select name_folded from agency where code = ?", code));
        screen.press(screen.page().locator("form[role=search] button"));
        screen.page()
                .locator("#add input[name=agency][value='" + agency(code) + "']")
                .check();
        for (var one : classes) {
            screen.page()
                    .locator("#add input[name=personClass][value=" + one + "]")
                    .check();
        }
        screen.page().locator("#add input[name=leaders][value=" + leaders + "]").check();
        screen.press(screen.byId("add:include"));
    }

    private void steps(Screen screen) {
        choose(screen, MODULE);
        choose(screen, "cam kết cá nhân");
        fill(screen, "edit:step:0:due", DAY.format(today.plusDays(60)));
        fill(screen, "edit:step:1:due", "mai");
        screen.press(screen.byId("edit:save"));
        assertThat(screen.byId("edit:step:1:due").getAttribute("aria-invalid")).isEqualTo("true");
        fill(screen, "edit:step:1:due", DAY.format(today.plusDays(28)));
        screen.press(screen.byId("edit:save"));
        assertThat(screen.page().locator(".ck-errors").innerText()).contains(MODULE);
        screen.looksRight().isAccessible().keep("campaign-steps-refused");

        fill(screen, "edit:step:0:due", DAY.format(today.plusDays(10)));
        screen.press(screen.byId("edit:step:1:up"));
        screen.press(screen.byId("edit:step:0:down"));
        screen.press(screen.byId("edit:save"));
        assertThat(screen.page().url()).contains("/campaign/review.xhtml");
    }

    private static void choose(Screen screen, String title) {
        var options = screen.page().locator("#subject option");
        var value = options.filter(
                        new Locator.FilterOptions().setHasText(Pattern.compile(title, Pattern.CASE_INSENSITIVE)))
                .first()
                .getAttribute("value");
        screen.byId("subject").selectOption(value);
        screen.press(screen.byId("edit:add"));
    }

    private void open(Screen screen) {
        screen.looksRight().isAccessible().keep("campaign-review");
        screen.press(screen.byId("open:start"));
        screen.looksRight().isAccessible().keep("campaign-opened");
        assertThat(Application.database().number("select count(*) from enrolment where campaign_id = ?", campaign))
                .isEqualTo(audience())
                .isPositive();
        assertThat(Application.database()
                        .number(
                                "select sum(required) from completion_count where step_id = 0 and campaign_id = ?",
                                campaign))
                .isEqualTo(audience());
        assertThat(Application.database()
                        .texts("select kind from step where campaign_id = ? order by position", campaign))
                .containsExactly("MODULE", "PLEDGE");
    }

    /** Who should take part, told from the staff itself. */
    private static long audience() {
        return Application.database()
                .number(
                        """
                        select count(distinct e.id) from employee e
                        join membership m on m.employee_id = e.id and m.kind = 'MAIN' and m.valid_to is null
                        join agency a on a.id = m.agency_id
                        where (a.path like ? and e.person_class in ('CADRE', 'CIVIL_SERVANT')) or (a.path like ? and e.leader = ?)
                        """,
                        path(ALL_OF) + "%",
                        path(LEADERS_OF) + "%",
                        true);
    }

    private void putOff(Screen screen) {
        screen.press(screen.page().locator("a[href*='/campaign/extend']"));
        fill(screen, "extend:step:0:due", DAY.format(today.plusDays(5)));
        fill(screen, "extend:reason", "Thi tuyển công chức cùng tuần.");
        screen.press(screen.byId("extend:submit"));
        assertThat(screen.page().locator(".ck-errors").count()).isEqualTo(1);
        screen.looksRight().isAccessible().keep("campaign-extend-refused");

        fill(screen, "extend:step:0:due", DAY.format(today.plusDays(15)));
        screen.press(screen.byId("extend:submit"));
        screen.looksRight();
        assertThat(Application.database()
                        .text("select due_on from step where campaign_id = ? and position = 1", campaign))
                .isEqualTo(today.plusDays(15).toString());
    }

    private void copy(Screen screen) {
        screen.press(screen.byId("copy:submit"));
        assertThat(screen.looksRight().page().url()).contains("/campaign/edit.xhtml");
        assertThat(Application.database()
                        .number(
                                "select count(*) from campaign where name = ? and opened_at is null and id > ?",
                                "Hành trình của người tổ chức",
                                campaign))
                .isEqualTo(1);
        screen.open("/campaign/campaigns.xhtml").looksRight().isAccessible().keep("campaign-list");
    }

    private void waitToSign(Screen screen, String who) {
        var learner = new LearnerPages(screen, Hand.MOUSE);
        screen.open("/completion/tasks.xhtml").looksRight().keep("campaign-tasks-of-two");
        begin(screen, who, learner);
        for (var question = 0; question < 50 && learner.isOnQuestion(); question++) {
            learner.answer(true);
            learner.next();
        }
        learner.submitQuiz();
        screen.open("/pledge/sign.xhtml?" + place(who, "PLEDGE")).looksRight();
        screen.byId("consent").check();
        screen.byId("password").fill(Person.HEAD.password());
    }

    /** Reads every lesson and begins the quiz. */
    private void begin(Screen screen, String who, LearnerPages learner) {
        screen.open("/training/module.xhtml?" + place(who, "MODULE")).looksRight();
        learner.openNextLesson();
        learner.readLessons(20);
        learner.openQuiz();
        learner.beginQuiz();
    }

    private String place(String who, String kind) {
        var enrolment = Application.database()
                .text(
                        "select e.id from enrolment e join account a on a.employee_id = e.employee_id where e.campaign_id = ? and a.user_name = ?",
                        campaign,
                        who);
        return "enrolment=" + enrolment + "&step="
                + Application.database().text("select id from step where campaign_id = ? and kind = ?", campaign, kind);
    }

    private void close(Screen screen) {
        screen.open("/campaign/close.xhtml?campaign=" + campaign)
                .looksRight()
                .isAccessible()
                .keep("campaign-close");
        screen.press(screen.byId("close:submit"));
        screen.looksRight().keep("campaign-closed");
        assertThat(Application.database()
                        .number("select count(*) from campaign where id = ? and closed_at is not null", campaign))
                .isEqualTo(1);
    }

    private void refusesToSign(Screen screen) {
        screen.press(screen.page().locator("#sign button[type=submit]"));
        assertThat(screen.page().locator("main").innerText()).contains("Đợt này chỉ nhận bản cam kết đến hết");
        screen.looksRight().isAccessible().keep("campaign-closed-sign");
        assertThat(Application.database()
                        .number(
                                "select count(*) from signature s join enrolment e on e.id = s.enrolment_id where e.campaign_id = ?",
                                campaign))
                .isZero();
    }

    private void refusesAnswers(Screen screen, String who) {
        screen.page().locator("#quiz input[name=choice]").first().check();
        screen.byId("ended").waitFor();
        assertThat(screen.byId("ended").innerText()).contains("Đợt không nhận bài kiểm tra nữa");
        screen.forgive().looksRight().isAccessible().keep("campaign-closed-quiz");
        assertThat(Application.database()
                        .number(
                                "select count(*) from attempt_answer w join attempt t on t.id = w.attempt_id join enrolment e on e.id = t.enrolment_id"
                                        + " join account a on a.employee_id = e.employee_id where e.campaign_id = ? and a.user_name = ?",
                                campaign,
                                who))
                .isZero();
    }

    private static void fill(Screen screen, String field, String text) {
        screen.byId(field).fill(text);
    }

    private static String agency(String code) {
        return Application.database().text("select id from agency where code = ?", code);
    }

    private static String path(String code) {
        return Application.database().text("select path from agency where code = ?", code);
    }

    private static String head(String code) {
        return Application.database()
                .text(
                        "select c.user_name from account c join headship h on h.employee_id = c.employee_id join agency a on a.id = h.agency_id where a.code = ? and h.kind = 'HEAD'",
                        code);
    }
}
