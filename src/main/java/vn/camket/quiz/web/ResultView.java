package vn.camket.quiz.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.Step;
import vn.camket.campaign.StepKind;
import vn.camket.platform.NotFound;
import vn.camket.platform.web.Texts;
import vn.camket.quiz.Outcome;
import vn.camket.quiz.QuestionOption;
import vn.camket.quiz.QuizTaking;
import vn.camket.quiz.Score;

/** What an attempt came to, question by question, and what comes next. */
@Named
@RequestScoped
public class ResultView {
    /** A question as answered. @param chosen texts of the chosen options @param key texts of the right ones, empty while they are not shown */
    public record Row(
            int number,
            String prompt,
            boolean right,
            List<String> chosen,
            List<String> key,
            String explanation,
            String source) {}

    @Inject
    QuizTaking taking;

    private @Nullable Long attemptId;
    private @Nullable String show;
    private @Nullable Outcome outcome;
    private List<Row> rows = List.of();

    /** @return where to go instead while the attempt is open */
    public @Nullable String open() {
        if (attemptId == null) {
            throw new NotFound();
        }
        outcome = taking.outcome(attemptId).orElse(null);
        if (outcome == null) {
            return "/quiz/attempt.xhtml?faces-redirect=true&attempt=" + attemptId;
        }
        rows = outcome.questions().stream().map(this::row).toList();
        return null;
    }

    private Row row(Outcome.Reviewed reviewed) {
        var question = reviewed.question();
        var shown = getOutcome().isKeyShown();
        var order = reviewed.slot().order().positions();
        var chosen = ShownOption.of(reviewed.slot(), question).stream()
                .filter(ShownOption::chosen)
                .map(option -> option.letter() + ". " + option.text())
                .toList();
        var key = question.options().stream()
                .filter(QuestionOption::isCorrect)
                .map(option -> ShownOption.letter(order.indexOf(option.position())) + ". " + option.text())
                .sorted()
                .toList();
        return new Row(
                reviewed.slot().slot(),
                question.prompt(),
                reviewed.right(),
                chosen,
                shown ? key : List.of(),
                shown ? question.explanation() : "",
                shown ? question.source().orElse("") : "");
    }

    public Outcome getOutcome() {
        return Optional.ofNullable(outcome).orElseThrow(NotFound::new);
    }

    public Score getScore() {
        return getOutcome().sitting().attempt().score().orElseThrow(NotFound::new);
    }

    public boolean isPassed() {
        return getOutcome().sitting().attempt().isPassed();
    }

    public boolean isAll() {
        return "all".equals(show) || getWrong() == 0;
    }

    public long getWrong() {
        return rows.stream().filter(row -> !row.right()).count();
    }

    /** Those answered wrong, or all. */
    public List<Row> getRows() {
        return isAll() ? rows : rows.stream().filter(row -> !row.right()).toList();
    }

    public boolean isRepeatable() {
        return getOutcome().prospect().obstacle() == null;
    }

    /** Why no further attempt can begin now; null when one can, or when the quiz is passed. */
    public @Nullable String obstacle(Locale locale) {
        var obstacle = getOutcome().prospect().obstacle();
        return obstacle == null || getOutcome().prospect().isPassed()
                ? null
                : Texts.text(locale, obstacle.messageKey(), obstacle.details().toArray());
    }

    /** The step after this one in the campaign; null after the last. */
    public @Nullable Step getNextStep() {
        var enrolment = getOutcome().sitting().enrolment();
        var here = getOutcome().sitting().step().position();
        return enrolment.campaign().steps().stream()
                .filter(step -> step.position() > here && step.concerns(enrolment))
                .findFirst()
                .orElse(null);
    }

    public boolean isPledgeNext() {
        var next = getNextStep();
        return next != null && next.kind() == StepKind.PLEDGE;
    }

    public @Nullable Long getAttemptId() {
        return attemptId;
    }

    public void setAttemptId(@Nullable Long attemptId) {
        this.attemptId = attemptId;
    }

    public @Nullable String getShow() {
        return show;
    }

    public void setShow(@Nullable String show) {
        this.show = show;
    }
}
