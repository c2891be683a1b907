package vn.camket.training;

import java.util.ArrayList;
import java.util.List;
import vn.camket.platform.VietnameseText;

/**
 * A self-check as people write it: a line {@code ? question}, lines {@code - [ ] wrong} and {@code - [x] right}, a line
 * {@code > explanation}. The same form as in the content files.
 */
public record SelfCheckText(String prompt, List<Option> options, String explanation) {
    /** One possible answer. */
    public record Option(String text, boolean correct) {}

    /**
     * Reads any number of self-checks.
     *
     * @throws vn.camket.platform.Refusal SELF_CHECK_MALFORMED with the number of the line that cannot be read, or of the
     *     question that lacks two options, exactly one right one or an explanation
     */
    public static List<SelfCheckText> read(String text) {
        var found = new ArrayList<SelfCheckText>();
        var lines = VietnameseText.nfc(text).lines().toList();
        var prompt = "";
        var explanation = "";
        var options = new ArrayList<Option>();
        var begunAt = 0;
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index).strip();
            if (line.startsWith("?")) {
                if (begunAt > 0) {
                    found.add(checked(prompt, options, explanation, begunAt));
                }
                prompt = VietnameseText.clean(line.substring(1));
                explanation = "";
                options = new ArrayList<>();
                begunAt = index + 1;
            } else if (begunAt > 0 && line.matches("- ?\\[[ xX]?].*")) {
                options.add(new Option(
                        VietnameseText.clean(line.substring(line.indexOf(']') + 1)),
                        line.substring(0, line.indexOf(']'))
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains("x")));
            } else if (begunAt > 0 && line.startsWith(">")) {
                explanation = (explanation + " " + VietnameseText.clean(line.substring(1))).strip();
            } else if (!line.isEmpty()) {
                throw TrainingRefusal.SELF_CHECK_MALFORMED.with(index + 1);
            }
        }
        if (begunAt > 0) {
            found.add(checked(prompt, options, explanation, begunAt));
        }
        return List.copyOf(found);
    }

    private static SelfCheckText checked(String prompt, List<Option> options, String explanation, int line) {
        var whole = !prompt.isEmpty()
                && prompt.length() <= 1000
                && options.size() >= 2
                && options.stream().filter(Option::correct).count() == 1
                && options.stream()
                        .allMatch(option ->
                                !option.text().isEmpty() && option.text().length() <= 1000)
                && !explanation.isEmpty()
                && explanation.length() <= 2000;
        if (!whole) {
            throw TrainingRefusal.SELF_CHECK_MALFORMED.with(line);
        }
        return new SelfCheckText(prompt, List.copyOf(options), explanation);
    }

    /** The lines that {@link #read} understands. */
    public String written() {
        var text = new StringBuilder("? ").append(prompt).append('\n');
        for (var option : options) {
            text.append(option.correct() ? "- [x] " : "- [ ] ")
                    .append(option.text())
                    .append('\n');
        }
        return text.append("> ").append(explanation).append('\n').toString();
    }
}
