package vn.camket.quiz.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;
import vn.camket.quiz.PaperRules;
import vn.camket.quiz.PaperWriting;
import vn.camket.quiz.QuestionVersion;
import vn.camket.quiz.QuizRefusal;
import vn.camket.quiz.WrittenPaper;

/** One module's quiz: rules, questions in order, publishing. Forms post to the page itself, which keeps no state. */
@Named
@RequestScoped
public class WritePaperView {
    private static final String PAGE = "/quiz/write/paper.xhtml?faces-redirect=true&module=";

    @Inject
    PaperWriting writing;

    @Inject
    HttpServletRequest request;

    private @Nullable Long moduleId;
    private @Nullable WrittenPaper written;

    /** Shows the paper, or does what a form asks. @return the page again after an act */
    public @Nullable String open() {
        if (moduleId == null) {
            throw new NotFound();
        }
        if ("POST".equals(request.getMethod())) {
            try {
                act(moduleId);
                return PAGE + moduleId;
            } catch (Refusal refusal) {
                Notices.refused(refusal, null);
            } catch (FieldRefused refused) {
                Notices.refused(refused.refusal, refused.field);
            }
        }
        written = writing.paper(moduleId);
        return null;
    }

    private void act(long module) {
        switch (parameter("act")) {
            case "edit" -> writing.edit(module);
            case "rules" -> {
                writing.follow(module, seen(), rules());
                Notices.done("quiz.write.paper.saved");
            }
            case "publish" -> {
                writing.publish(module, seen());
                Notices.done("quiz.write.paper.published");
            }
            default -> {
                asked("up").ifPresent(id -> writing.move(module, id, -1));
                asked("down").ifPresent(id -> writing.move(module, id, 1));
                asked("remove").ifPresent(id -> writing.remove(module, id));
                asked("add").ifPresent(id -> writing.add(module, id));
            }
        }
    }

    private PaperRules rules() {
        return new PaperRules(
                number("pass", 1, 100).orElseThrow(() -> outOfRange("pass", 1, 100)),
                number("minutes", 1, 600).orElse(null),
                number("attempts", 1, 100).orElse(null),
                number("wait", 0, 43_200).orElse(0));
    }

    private Optional<Integer> number(String field, int least, int most) {
        var text = parameter(field).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw outOfRange(field, least, most);
        }
        return Optional.of(Integer.valueOf(text));
    }

    private static FieldRefused outOfRange(String field, int least, int most) {
        return new FieldRefused(field, QuizRefusal.NUMBER_OUT_OF_RANGE.with(least, most));
    }

    private Optional<Long> asked(String act) {
        return Optional.of(parameter(act))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    private int seen() {
        return Optional.of(parameter("seen"))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElseThrow(NotFound::new);
    }

    private String parameter(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** What a form field holds: as typed where it was refused, otherwise as stored. */
    private String typed(String field, @Nullable Object stored) {
        var value = "rules".equals(request.getParameter("act")) ? request.getParameter(field) : null;
        return value != null ? value : stored == null ? "" : String.valueOf(stored);
    }

    public String getPass() {
        return typed("pass", stored().passPercent());
    }

    public String getMinutes() {
        return typed("minutes", stored().timeLimitMinutes());
    }

    public String getAttempts() {
        return typed("attempts", stored().attemptsAllowed());
    }

    public String getWait() {
        return typed("wait", stored().waitMinutes());
    }

    private PaperRules stored() {
        return Optional.ofNullable(getWritten().paper())
                .orElseThrow(NotFound::new)
                .rules();
    }

    /** The options of a question as a learner might see them. */
    public List<ShownOption> options(QuestionVersion question) {
        return IntStream.range(0, question.options().size())
                .mapToObj(index -> new ShownOption(
                        index + 1,
                        ShownOption.letter(index),
                        question.options().get(index).text(),
                        false))
                .toList();
    }

    public WrittenPaper getWritten() {
        return Optional.ofNullable(written).orElseThrow(NotFound::new);
    }

    public @Nullable Long getModuleId() {
        return moduleId;
    }

    public void setModuleId(@Nullable Long moduleId) {
        this.moduleId = moduleId;
    }
}
