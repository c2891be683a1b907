package vn.camket.testing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.util.Arrays;
import java.util.List;

/** The pages on which a trainer writes modules and their quizzes. */
final class TrainerPages extends PageObject {
    TrainerPages(Screen screen) {
        super(screen);
    }

    /** @return id of the new draft */
    long createModule(String title) {
        screen().open("/training/write/modules.xhtml");
        byId("create:title").fill(title);
        byId("create:summary").fill("Học trong mười phút: đọc, xem phim, xem tài liệu.");
        press(byId("create:submit"));
        return lastNumber();
    }

    /** @return id of the new lesson, which is then on the screen */
    long addLesson(long version, String title) {
        openModule(version);
        byId("addLesson:lessonTitle").fill(title);
        press(byId("addLesson:submit"));
        return lastNumber();
    }

    void openModule(long version) {
        screen().open("/training/write/module.xhtml?version=" + version);
    }

    void describeLesson(String minutes) {
        byId("writing:minutes").fill(minutes);
        press(byId("writing:save"));
    }

    /** Pastes into the editor what was copied from another page. */
    void paste(String html) {
        var editor = find(".ql-editor");
        editor.click();
        editor.evaluate(
                """
                (box, html) => {
                  const copied = new DataTransfer();
                  copied.setData("text/html", html);
                  copied.setData("text/plain", box.textContent);
                  box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: copied, bubbles: true, cancelable: true }));
                }""",
                html);
    }

    /** Chooses a file; it goes at once. */
    void upload(String name, String type, byte[] bytes) {
        find("[id='files:upload'] input[type=file]").setInputFiles(new FilePayload(name, type, bytes));
    }

    Locator material() {
        return find(".ck-file a");
    }

    void publish() {
        find("[data-dialog='publishDialog']").click();
        press(byId("publish:submit"));
    }

    void editPublished() {
        press(byId("edit:submit"));
    }

    void openPaper(long module) {
        screen().open("/quiz/write/paper.xhtml?module=" + module);
    }

    void beginPaper() {
        press(find("#edit button"));
    }

    /** @param options texts, those that begin with + are right */
    void addQuestion(String kind, String prompt, String... options) {
        press(find("a[href^='question.xhtml?module=']").first());
        byId("prompt").fill(prompt);
        byId("kind").selectOption(kind);
        fillOptions(Arrays.asList(options));
        byId("explanation").fill("Vì quy định nêu như vậy.");
        press(byId("save"));
    }

    private void fillOptions(List<String> options) {
        for (var number = 1; number <= options.size(); number++) {
            var option = options.get(number - 1);
            byId("o" + number).fill(option.replaceFirst("^\\+", ""));
            find("input[name='r" + number + "']").setChecked(option.startsWith("+"));
        }
    }

    void publishPaper() {
        press(find("#publish button"));
    }

    private long lastNumber() {
        return Long.parseLong(screen().page().url().replaceAll(".*=(\\d+).*", "$1"));
    }
}
