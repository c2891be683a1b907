package vn.camket.testing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The pages a learner walks through, from the first lesson to the receipt. */
final class LearnerPages extends PageObject {
    private final Hand hand;

    LearnerPages(Screen screen, Hand hand) {
        super(screen);
        this.hand = hand;
    }

    /** The module that the list of tasks offers first. */
    void openNextTask() {
        hand.press(screen(), find(".ck-task--now a.ck-btn").first());
    }

    /** Reads the lessons that are left, from wherever the module stands. @return how many */
    int readLessons(int atMost) {
        var read = 0;
        for (; read < atMost && byId("reading:done").count() > 0; read++) {
            hand.press(screen(), byId("reading:done"));
        }
        return read;
    }

    /** From the module's page to its next lesson, if one is open. */
    void openNextLesson() {
        hand.press(screen(), find(".ck-task--now a.ck-btn").first());
    }

    void openQuiz() {
        hand.press(screen(), find(".ck-task--now a.ck-btn[href*='/quiz/start']").first());
    }

    void beginQuiz() {
        hand.press(screen(), byId("begin"));
    }

    long attempt() {
        return Long.parseLong(find("#quiz").getAttribute("data-attempt"));
    }

    /** Answers the question on the page, rightly or not, and waits until the answer is saved. */
    void answer(boolean rightly) {
        var slot = Integer.parseInt(find("#quiz").getAttribute("data-slot"));
        var right = rightPlaces(attempt(), slot);
        var choices = find("#quiz input[name='choice']");
        for (var place = 0; place < choices.count(); place++) {
            if (right.contains(place) == rightly && !choices.nth(place).isChecked()) {
                hand.choose(screen(), choices.nth(place));
            }
        }
    }

    /** To the next question, or after the last one to the overview. */
    void next() {
        hand.press(screen(), byId("next"));
    }

    boolean isOnQuestion() {
        return find("#quiz input[name='choice']").count() > 0;
    }

    void submitQuiz() {
        hand.press(screen(), submit());
    }

    /** The button that hands the quiz in. */
    Locator submit() {
        return byId("submit");
    }

    String score() {
        return find(".ck-result__score b").innerText();
    }

    void sign(String password) {
        hand.choose(screen(), byId("consent"));
        hand.write(screen(), byId("password"), password);
        hand.press(screen(), find("#sign button[type='submit']"));
    }

    String receiptCode() {
        return find(".ck-done__ref b").innerText().strip();
    }

    Locator link(String hrefPart) {
        return find("a[href*='" + hrefPart + "']").first();
    }

    Locator button(String name) {
        return screen().page()
                .getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Page.GetByRoleOptions().setName(name));
    }

    /** Places, counted from 0 as shown, of the right options of a question. */
    static List<Integer> rightPlaces(long attempt, int slot) {
        var database = Application.database();
        var order = Arrays.stream(database.text(
                                "select option_order from attempt_slot where attempt_id = ? and slot = ?",
                                attempt,
                                slot)
                        .split(","))
                .map(position -> Integer.parseInt(position.strip()))
                .toList();
        var right = database
                .texts(
                        "select o.position from question_option o join attempt_slot s on s.question_version_id = o.question_version_id"
                                + " where s.attempt_id = ? and s.slot = ? and o.correct = ?",
                        attempt,
                        slot,
                        true)
                .stream()
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
        return java.util.stream.IntStream.range(0, order.size())
                .filter(place -> right.contains(order.get(place)))
                .boxed()
                .toList();
    }
}
