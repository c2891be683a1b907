package vn.camket.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing is lost: on another device, in a second tab, when the session ends in the middle, when a button is pressed twice. */
class ResumePageIT {
    private static final Pattern SAVED = Pattern.compile("Đã lưu lúc \\d\\d:\\d\\d:\\d\\d");

    @Test
    void aLessonGoesOnWhereItWasLeft() {
        var step = Participant.firstModule();
        var part = Participant.whoHasNotBegun(step);
        try (var first = part.screen();
                var second = part.screen()) {
            first.open(part.in("/training/lesson.xhtml", step)).looksRight();
            scroll(first, 400);
            assertThat(first.byId("saved")).containsText(SAVED);
            var position = position(part, step);
            assertThat(position).isPositive();

            second.open(part.in("/training/lesson.xhtml", step));
            second.page().waitForCondition(() -> place(second) > 100);
            assertThat(place(second)).isCloseTo(place(first), org.assertj.core.data.Offset.offset(60));

            first.page().context().clearCookies();
            scroll(first, 500);
            assertThat(first.byId("saver-password")).isFocused();
            first.isAccessible().keep("resume-lesson-signed-out");
            first.forgive();
            first.page().keyboard().type(Participant.PASSWORD);
            first.page().keyboard().press("Enter");
            assertThat(first.page().locator("#saver dialog[open]")).hasCount(0);
            assertThat(first.byId("saved")).containsText(SAVED);
            assertThat(position(part, step)).isGreaterThan(position);
        }
    }

    private static void scroll(Screen screen, int pixels) {
        screen.page().mouse().move(640, 450);
        screen.page().mouse().wheel(0, pixels);
    }

    private static int place(Screen screen) {
        return ((Number) screen.page().evaluate("Math.round(scrollY)")).intValue();
    }

    @Test
    void aQuizKeepsItsAnswersWhateverHappens() {
        var step = Participant.firstModule();
        var part = Participant.whoHasNotBegun(step);
        try (var first = part.screen()) {
            var learner = new LearnerPages(first, Hand.MOUSE);
            first.open(part.in("/training/lesson.xhtml", step));
            learner.readLessons(20);
            first.open(part.in("/quiz/start.xhtml", step));
            learner.beginQuiz();
            var attempt = learner.attempt();
            choose(first, 0);
            assertThat(first.byId("saved")).containsText(SAVED);

            onAnotherDevice(part, attempt);
            first.open("/quiz/attempt.xhtml?attempt=" + attempt + "&slot=2");
            signsInOverThePage(first);
            assertThat(answers(attempt)).isEqualTo(2);
            inASecondTab(first, attempt);
            first.open("/quiz/review.xhtml?attempt=" + attempt).looksRight();
            first.leave(() -> learner.submit().dblclick());

            assertThat(first.looksRight().page().url()).contains("/quiz/result.xhtml");
            assertThat(Application.database()
                            .number(
                                    "select count(*) from attempt where enrolment_id = ? and step_id = ? and submitted_at is not null",
                                    part.enrolment(),
                                    step))
                    .isEqualTo(1);
        }
    }

    private static void onAnotherDevice(Participant part, long attempt) {
        try (var second = part.screen()) {
            second.open("/quiz/attempt.xhtml?attempt=" + attempt + "&slot=1");
            assertThat(second.page().locator("#quiz input[name=choice]").first())
                    .isChecked();
        }
    }

    private static void signsInOverThePage(Screen screen) {
        screen.page().context().clearCookies();
        choose(screen, 0);
        assertThat(screen.byId("saver-password")).isFocused();
        assertThat(screen.byId("saved")).containsText("đang giữ 1 câu");
        screen.isAccessible().keep("resume-quiz-signed-out");
        screen.forgive();
        screen.page().keyboard().type("sai mật khẩu");
        screen.page().keyboard().press("Enter");
        assertThat(screen.page().locator("#saver [role=alert]")).not().isEmpty();
        screen.forgive();
        screen.byId("saver-password").fill(Participant.PASSWORD);
        screen.page().keyboard().press("Enter");
        assertThat(screen.byId("saved")).containsText(SAVED);
        screen.forgive();
    }

    /** The last choice counts, in whichever tab it was made. */
    private static void inASecondTab(Screen screen, long attempt) {
        var tab = screen.page().context().newPage();
        tab.navigate("/quiz/attempt.xhtml?attempt=" + attempt + "&slot=2");
        tab.locator("#quiz input[name=choice]").nth(1).check();
        assertThat(tab.locator("[id=saved]")).containsText(SAVED);
        var latest = response(attempt);
        tab.close();
        screen.press(screen.byId("next"));
        assertThat(response(attempt)).isEqualTo(latest);
    }

    private static void choose(Screen screen, int place) {
        screen.page().locator("#quiz input[name=choice]").nth(place).check();
    }

    @Test
    void aPledgeIsSignedOnceThoughTheSessionEndsAndTheButtonIsPressedTwice() {
        var part = Participant.withOnlyThePledgeLeft();
        var step = Application.database()
                .number("select id from step where campaign_id = ? and kind = 'PLEDGE'", Place.campaign());
        try (var screen = part.screen()) {
            screen.open(part.in("/pledge/sign.xhtml", step)).looksRight();
            screen.byId("consent").check();
            screen.byId("password").fill(Participant.PASSWORD);
            screen.page().context().clearCookies();

            screen.press(screen.page().locator("#sign button[type=submit]"));

            assertThat(screen.looksRight().page().url()).contains("/identity/sign-in.xhtml");
            screen.isAccessible().keep("resume-pledge-signed-out");
            assertThat(signatures(part)).isZero();
            screen.byId("signIn:userName").fill(part.userName());
            screen.byId("signIn:password").fill(Participant.PASSWORD);
            screen.press(screen.byId("signIn:submit"));
            assertThat(screen.looksRight().page().url()).contains("/pledge/sign.xhtml");

            screen.byId("consent").check();
            screen.byId("password").fill(Participant.PASSWORD);
            screen.leave(
                    () -> screen.page().locator("#sign button[type=submit]").dblclick());
            assertThat(screen.looksRight().page().url()).contains("/pledge/receipt.xhtml");
            assertThat(signatures(part)).isEqualTo(1);
        }
        var http = part.http();
        http.post(
                part.in("/pledge/sign.xhtml", step),
                Map.of("consent", "true", "password", Participant.PASSWORD, "key", "again"));
        assertThat(signatures(part)).isEqualTo(1);
    }

    private static long position(Participant part, long step) {
        return Application.database()
                .number(
                        "select max(p.position) from lesson_progress p join study s on s.id = p.study_id where s.enrolment_id = ? and s.step_id = ?",
                        part.enrolment(),
                        step);
    }

    private static long answers(long attempt) {
        return Application.database()
                .number("select count(distinct slot) from attempt_answer where attempt_id = ?", attempt);
    }

    private static String response(long attempt) {
        return Application.database()
                .text(
                        "select response from attempt_answer where attempt_id = ? and slot = 2 order by sequence desc",
                        attempt);
    }

    private static long signatures(Participant part) {
        return Application.database().number("select count(*) from signature where enrolment_id = ?", part.enrolment());
    }
}
