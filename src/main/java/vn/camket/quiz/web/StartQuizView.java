package vn.camket.quiz.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;
import vn.camket.platform.web.Texts;
import vn.camket.quiz.Attempt;
import vn.camket.quiz.Paper;
import vn.camket.quiz.Prospect;
import vn.camket.quiz.QuizTaking;

/** What awaits in a quiz, and its start. */
@Named
@RequestScoped
public class StartQuizView {
    @Inject
    QuizTaking taking;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private @Nullable Long enrolmentId;
    private @Nullable Long stepId;
    private @Nullable Prospect prospect;

    /** Shows what awaits, or begins. @return the attempt that is open then, a new one or the one begun before */
    public @Nullable String open() {
        if (enrolmentId == null || stepId == null) {
            throw new NotFound();
        }
        if ("POST".equals(request.getMethod())) {
            try {
                return "/quiz/attempt.xhtml?faces-redirect=true&attempt=" + taking.begin(enrolmentId, stepId);
            } catch (Refusal refusal) {
                Notices.refused(refusal, null);
            }
        }
        prospect = taking.prospect(enrolmentId, stepId);
        return null;
    }

    public Prospect getProspect() {
        return Optional.ofNullable(prospect).orElseThrow(NotFound::new);
    }

    public Optional<Paper> getPaper() {
        return Optional.ofNullable(getProspect().paper());
    }

    /** When an attempt started now would be submitted by itself. */
    public @Nullable Instant getDeadline() {
        return getPaper().flatMap(Paper::timeLimit).map(clock.instant()::plus).orElse(null);
    }

    /** The time limit in minutes; null without one. */
    public @Nullable Long getMinutes() {
        return getPaper()
                .flatMap(Paper::timeLimit)
                .map(java.time.Duration::toMinutes)
                .orElse(null);
    }

    /** The latest on top. */
    public List<Attempt> getAttempts() {
        var latest = new ArrayList<>(getProspect().attempts());
        Collections.reverse(latest);
        return latest;
    }

    public boolean isStartable() {
        return getProspect().obstacle() == null && !isResumable();
    }

    public boolean isResumable() {
        return getProspect().open().isPresent();
    }

    /** Why no attempt can begin now; null when one can or is open. */
    public @Nullable String obstacle(Locale locale) {
        var obstacle = getProspect().obstacle();
        return obstacle == null || isResumable()
                ? null
                : Texts.text(locale, obstacle.messageKey(), obstacle.details().toArray());
    }

    public @Nullable Long getEnrolmentId() {
        return enrolmentId;
    }

    public void setEnrolmentId(@Nullable Long enrolmentId) {
        this.enrolmentId = enrolmentId;
    }

    public @Nullable Long getStepId() {
        return stepId;
    }

    public void setStepId(@Nullable Long stepId) {
        this.stepId = stepId;
    }
}
