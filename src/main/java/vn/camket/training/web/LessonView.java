package vn.camket.training.web;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;
import vn.camket.training.LessonPage;
import vn.camket.training.Studying;

/**
 * A lesson to read, see or hear, and the button that says it is done. Keeps the address of the lesson from the page to its
 * button, nothing else.
 */
@Named
@ViewScoped
public class LessonView implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    Studying studying;

    @Inject
    ExternalContext external;

    private @Nullable Long enrolmentId;
    private @Nullable Long stepId;
    private @Nullable Long lessonId;
    private transient @Nullable LessonPage page;

    public void open() {
        try {
            page = studying.lesson(Addresses.id(enrolmentId), Addresses.id(stepId), lessonId);
            lessonId = page.lesson().id();
        } catch (Refusal refusal) {
            Notices.refused(refusal, null);
        }
    }

    /** Marks the lesson as done and goes on: to the next one, or to the outline after the last. */
    public void done() throws IOException {
        var enrolment = Addresses.id(enrolmentId);
        var step = Addresses.id(stepId);
        try {
            var following = studying.done(enrolment, step, Addresses.id(lessonId));
            if (following.isEmpty()) {
                Notices.done("training.lesson.all-done");
            }
            external.redirect(external.getRequestContextPath()
                    + following
                            .map(lesson -> Addresses.lesson(enrolment, step, lesson.id()))
                            .orElseGet(() -> Addresses.module(enrolment, step)));
        } catch (Refusal refusal) {
            Notices.refused(refusal, null);
            open();
        }
    }

    /** Null when the lesson cannot be shown; a message says why. */
    public @Nullable LessonPage getPage() {
        if (page == null && lessonId != null) {
            open();
        }
        return page;
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

    public @Nullable Long getLessonId() {
        return lessonId;
    }

    public void setLessonId(@Nullable Long lessonId) {
        this.lessonId = lessonId;
    }
}
