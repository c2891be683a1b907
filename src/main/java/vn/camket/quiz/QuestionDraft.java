package vn.camket.quiz;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.Refusal;
import vn.camket.platform.VietnameseText;

/**
 * What an author typed for a question, cleaned and complete.
 *
 * @param options numbered from 1 without gaps
 * @param source document and article; null when none is given
 */
public record QuestionDraft(
        QuestionKind kind,
        String prompt,
        List<QuestionOption> options,
        String explanation,
        @Nullable String source,
        Difficulty difficulty) {
    public static final int MOST_OPTIONS = 8;

    public QuestionDraft {
        options = List.copyOf(options);
    }

    /**
     * @throws Refusal when it cannot be asked: PROMPT_MISSING, EXPLANATION_MISSING, TOO_FEW_OPTIONS, OPTION_TWICE,
     *     NO_RIGHT_OPTION, TOO_MANY_RIGHT
     */
    void check() {
        if (prompt.isEmpty()) {
            throw QuizRefusal.PROMPT_MISSING.with();
        }
        checkOptions(kind, options);
        if (explanation.isEmpty()) {
            throw QuizRefusal.EXPLANATION_MISSING.with();
        }
    }

    static void checkOptions(QuestionKind kind, List<QuestionOption> options) {
        if (options.size() < 2 || (kind == QuestionKind.TRUE_FALSE && options.size() != 2)) {
            throw QuizRefusal.TOO_FEW_OPTIONS.with();
        }
        var seen = new HashSet<String>();
        for (var option : options) {
            if (!seen.add(VietnameseText.clean(option.text()))) {
                throw QuizRefusal.OPTION_TWICE.with(option.position());
            }
        }
        var right = options.stream().filter(QuestionOption::isCorrect).count();
        if (right == 0) {
            throw QuizRefusal.NO_RIGHT_OPTION.with();
        }
        if (right > 1 && kind != QuestionKind.MULTIPLE) {
            throw QuizRefusal.TOO_MANY_RIGHT.with();
        }
    }
}
