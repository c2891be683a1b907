package vn.camket.quiz.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.web.Notices;
import vn.camket.quiz.Difficulty;
import vn.camket.quiz.PaperWriting;
import vn.camket.quiz.QuestionDraft;
import vn.camket.quiz.QuestionKind;
import vn.camket.quiz.QuestionOption;
import vn.camket.quiz.QuestionVersion;
import vn.camket.quiz.QuizModule;
import vn.camket.quiz.QuizRefusal;

/** Writes one question. The form posts to the page itself, which keeps no state; what was typed stays when it is refused. */
@Named
@RequestScoped
public class WriteQuestionView {
    /** An option's fields. @param number from 1 */
    public record Field(int number, String letter, String text, boolean right) {}

    @Inject
    PaperWriting writing;

    @Inject
    HttpServletRequest request;

    private @Nullable Long moduleId;
    private @Nullable Long questionId;
    private @Nullable QuizModule module;
    private @Nullable QuestionVersion stored;
    private boolean fixed;
    private List<Field> fields = List.of();

    /** Shows the question, or stores what the form holds. @return the paper after storing */
    public @Nullable String open() {
        if (questionId != null) {
            stored = writing.question(questionId);
            moduleId = stored.question().moduleId();
            fixed = writing.isFixed(stored);
        }
        if (moduleId == null) {
            throw new NotFound();
        }
        module = writing.module(moduleId);
        if (isPosted()) {
            try {
                writing.write(moduleId, questionId, (int) number("seen"), draft());
                Notices.done("quiz.write.question.saved");
                return "/quiz/write/paper.xhtml?faces-redirect=true&module=" + moduleId;
            } catch (Refusal refusal) {
                Notices.refused(refusal, field(refusal));
            } catch (FieldRefused refused) {
                Notices.refused(refused.refusal, refused.field);
            }
        }
        fields = fields();
        return null;
    }

    private QuestionDraft draft() {
        var kind = getKind();
        var options = new ArrayList<QuestionOption>();
        for (var field : fields()) {
            if (!field.text().isEmpty()) {
                options.add(new QuestionOption(options.size() + 1, limited("o" + field.number(), 1000), field.right()));
            }
        }
        if (kind == QuestionKind.TRUE_FALSE && options.isEmpty()) {
            options.add(new QuestionOption(1, "Đúng", fields().get(0).right()));
            options.add(new QuestionOption(2, "Sai", fields().get(1).right()));
        }
        var source = limited("source", 500);
        return new QuestionDraft(
                kind,
                limited("prompt", 2000),
                options,
                limited("explanation", 2000),
                source.isEmpty() ? null : source,
                getDifficulty());
    }

    private String limited(String field, int most) {
        var text = VietnameseText.nfc(parameter(field)).strip();
        if (text.length() > most) {
            throw new FieldRefused(field, QuizRefusal.TEXT_TOO_LONG.with(most));
        }
        return text;
    }

    private @Nullable String field(Refusal refusal) {
        return refusal.reason() instanceof QuizRefusal reason
                ? switch (reason) {
                    case PROMPT_MISSING -> "prompt";
                    case EXPLANATION_MISSING -> "explanation";
                    case TOO_FEW_OPTIONS, NO_RIGHT_OPTION, TOO_MANY_RIGHT, OPTION_TWICE -> "o1";
                    default -> null;
                }
                : null;
    }

    private List<Field> fields() {
        var made = new ArrayList<Field>();
        for (var number = 1; number <= QuestionDraft.MOST_OPTIONS; number++) {
            var option = option(number);
            made.add(new Field(
                    number,
                    ShownOption.letter(number - 1),
                    isPosted()
                            ? parameter("o" + number).strip()
                            : option.map(QuestionOption::text).orElse(""),
                    isPosted()
                            ? !parameter("r" + number).isEmpty()
                            : option.map(QuestionOption::isCorrect).orElse(false)));
        }
        return made;
    }

    private Optional<QuestionOption> option(int number) {
        return Optional.ofNullable(stored).map(QuestionVersion::options).flatMap(options -> options.stream()
                .filter(option -> option.position() == number)
                .findFirst());
    }

    private boolean isPosted() {
        return "POST".equals(request.getMethod());
    }

    private String parameter(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private long number(String name) {
        return parameter(name).matches("[0-9]{1,9}") ? Long.parseLong(parameter(name)) : 0;
    }

    private static <E extends Enum<E>> E one(E[] known, String name, E otherwise) {
        for (var each : known) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return otherwise;
    }

    public QuestionKind getKind() {
        return one(
                QuestionKind.values(),
                parameter("kind"),
                Optional.ofNullable(stored).map(QuestionVersion::kind).orElse(QuestionKind.SINGLE));
    }

    public Difficulty getDifficulty() {
        return one(
                Difficulty.values(),
                parameter("difficulty"),
                Optional.ofNullable(stored).map(QuestionVersion::difficulty).orElse(Difficulty.MEDIUM));
    }

    public List<QuestionKind> getKinds() {
        return List.of(QuestionKind.values());
    }

    public List<Difficulty> getDifficulties() {
        return List.of(Difficulty.values());
    }

    public String getPrompt() {
        return isPosted()
                ? parameter("prompt")
                : Optional.ofNullable(stored).map(QuestionVersion::prompt).orElse("");
    }

    public String getExplanation() {
        return isPosted()
                ? parameter("explanation")
                : Optional.ofNullable(stored).map(QuestionVersion::explanation).orElse("");
    }

    public String getSource() {
        return isPosted()
                ? parameter("source")
                : Optional.ofNullable(stored).flatMap(QuestionVersion::source).orElse("");
    }

    /** Number of the wording on the page; 0 for a new question. */
    public int getSeen() {
        return isPosted()
                ? (int) number("seen")
                : Optional.ofNullable(stored).map(QuestionVersion::number).orElse(0);
    }

    /** Whether saving makes the next version, because this one is in use. */
    public boolean isFixed() {
        return fixed;
    }

    public List<Field> getFields() {
        return fields;
    }

    public QuizModule getModule() {
        return Optional.ofNullable(module).orElseThrow(NotFound::new);
    }

    public boolean isNew() {
        return questionId == null;
    }

    public @Nullable Long getModuleId() {
        return moduleId;
    }

    public void setModuleId(@Nullable Long moduleId) {
        this.moduleId = moduleId;
    }

    public @Nullable Long getQuestionId() {
        return questionId;
    }

    public void setQuestionId(@Nullable Long questionId) {
        this.questionId = questionId;
    }
}
