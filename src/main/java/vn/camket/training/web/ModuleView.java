package vn.camket.training.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.Examinations;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;
import vn.camket.training.ModulePage;
import vn.camket.training.Studying;

/** The outline of a module, with what to do next. */
@Named
@RequestScoped
public class ModuleView {
    @Inject
    Studying studying;

    private @Nullable Long enrolmentId;
    private @Nullable Long stepId;
    private @Nullable ModulePage page;

    public void open() {
        try {
            page = studying.module(Addresses.id(enrolmentId), Addresses.id(stepId));
        } catch (Refusal refusal) {
            Notices.refused(refusal, null);
        }
    }

    /** Null when the module cannot be shown; a message says why. */
    public @Nullable ModulePage getPage() {
        return page;
    }

    public boolean isQuizPassed() {
        return page != null && page.quiz() == Examinations.Standing.PASSED;
    }

    /** Whether there is a quiz that may be taken now. */
    public boolean isQuizOpen() {
        return page != null
                && page.isFinished()
                && page.open()
                && page.quiz() != Examinations.Standing.NONE
                && page.quiz() != Examinations.Standing.PASSED;
    }

    public boolean isQuizLocked() {
        return page != null && page.quiz() != Examinations.Standing.NONE && !isQuizOpen() && !isQuizPassed();
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
