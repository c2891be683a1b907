package vn.camket.quiz.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.quiz.QuestionKind;
import vn.camket.quiz.QuestionVersion;
import vn.camket.quiz.QuizTaking;
import vn.camket.quiz.Sitting;
import vn.camket.quiz.SlotState;

/**
 * One question a page. The page keeps no state on the server, so that an ended session costs nothing but a sign-in:
 * answers go to the script's own address, and the buttons save the form's answer as well.
 */
@Named
@RequestScoped
public class AttemptView {
    private static final String PAGE = "/quiz/attempt.xhtml?faces-redirect=true&attempt=";
    private static final String REVIEW = "/quiz/review.xhtml?faces-redirect=true&attempt=";
    private static final String RESULT = "/quiz/result.xhtml?faces-redirect=true&attempt=";

    @Inject
    QuizTaking taking;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private @Nullable Long attemptId;
    private @Nullable Integer slotNumber;
    private @Nullable Sitting sitting;
    private @Nullable QuestionVersion question;
    private @Nullable List<ShownOption> options;

    /** Shows a slot, or does what the form asks. @return where to go instead, after an act or when the attempt has ended */
    public @Nullable String open() {
        if (attemptId == null) {
            return taking.open().map(open -> PAGE + open).orElse("/quiz/results.xhtml?faces-redirect=true");
        }
        if (isPosted()) {
            return act();
        }
        sitting = taking.sitting(attemptId);
        if (sitting.attempt().isSubmitted()) {
            return RESULT + attemptId;
        }
        if (slotNumber == null) {
            slotNumber = sitting.firstUnanswered();
            if (slotNumber == 0) {
                return REVIEW + attemptId;
            }
        }
        question = taking.question(sitting.slot(slotNumber));
        options = ShownOption.of(sitting.slot(slotNumber), question);
        return null;
    }

    /** Shows all slots before submitting, or submits. @return where to go instead */
    public @Nullable String review() {
        if (isPosted()) {
            taking.submit(attempt());
            return RESULT + attempt();
        }
        sitting = taking.sitting(attempt());
        return sitting.attempt().isSubmitted() ? RESULT + attemptId : null;
    }

    private boolean isPosted() {
        return "POST".equals(request.getMethod());
    }

    /** Saves the form's answer, unless nothing was changed since the page was made, and moves on. */
    private String act() {
        try {
            if (!parameter("was").equals(chosen().stream().map(String::valueOf).collect(Collectors.joining(",")))) {
                taking.answerNext(attempt(), slot(), chosen(), number(parameter("sequence")));
            }
            return switch (parameter("act")) {
                case "previous" -> slotPage(Math.max(1, slot() - 1));
                case "next" -> slotPage(slot() + 1);
                case "flag", "unflag" -> {
                    taking.flag(attempt(), slot(), "flag".equals(parameter("act")));
                    yield slotPage(slot());
                }
                case "timeUp" -> {
                    taking.submit(attempt());
                    yield RESULT + attempt();
                }
                default -> REVIEW + attempt();
            };
        } catch (Refusal ended) {
            return RESULT + attempt();
        }
    }

    private String slotPage(int slot) {
        return PAGE + attempt() + "&slot=" + slot;
    }

    /** Options chosen in the form: plain inputs, whose names the script shares. */
    private List<Integer> chosen() {
        var values = request.getParameterValues("choice");
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .map(AttemptView::number)
                        .map(Math::toIntExact)
                        .toList();
    }

    private String parameter(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static long number(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[0-9]{1,15}")) {
            throw new NotFound();
        }
        return Long.parseLong(text);
    }

    private long attempt() {
        return Optional.ofNullable(attemptId).orElseThrow(NotFound::new);
    }

    private int slot() {
        return Optional.ofNullable(slotNumber).orElseThrow(NotFound::new);
    }

    public Sitting getSitting() {
        return Optional.ofNullable(sitting).orElseThrow(NotFound::new);
    }

    public SlotState getSlot() {
        return getSitting().slot(slot());
    }

    public QuestionVersion getQuestion() {
        return Optional.ofNullable(question).orElseThrow(NotFound::new);
    }

    public List<ShownOption> getOptions() {
        return Optional.ofNullable(options).orElseThrow(NotFound::new);
    }

    public boolean isMultiple() {
        return getQuestion().kind() == QuestionKind.MULTIPLE;
    }

    /** The chosen options as they were when the page was made. */
    public String getWas() {
        return getOptions().stream()
                .filter(ShownOption::chosen)
                .map(option -> String.valueOf(option.number()))
                .collect(Collectors.joining(","));
    }

    public boolean isFirst() {
        return slot() == 1;
    }

    public boolean isLast() {
        return slot() == getSitting().slots().size();
    }

    /** The server's time, against which the browser sets its timer. */
    public Instant getNow() {
        return clock.instant();
    }

    public @Nullable Long getAttemptId() {
        return attemptId;
    }

    public void setAttemptId(@Nullable Long attemptId) {
        this.attemptId = attemptId;
    }

    public @Nullable Integer getSlotNumber() {
        return slotNumber;
    }

    public void setSlotNumber(@Nullable Integer slotNumber) {
        this.slotNumber = slotNumber;
    }
}
