package vn.camket.training.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.camket.training.ModuleWriting;
import vn.camket.training.WrittenLesson;

/** A lesson as learners will see it; nothing is stored. */
@Named
@RequestScoped
public class PreviewLessonView {
    @Inject
    ModuleWriting writing;

    private @Nullable Long lessonId;
    private @Nullable WrittenLesson written;

    public void open() {
        written = writing.lesson(Addresses.id(lessonId));
    }

    public @Nullable WrittenLesson getWritten() {
        return written;
    }

    public @Nullable Long getLessonId() {
        return lessonId;
    }

    public void setLessonId(@Nullable Long lessonId) {
        this.lessonId = lessonId;
    }
}
