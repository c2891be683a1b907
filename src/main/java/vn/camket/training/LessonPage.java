package vn.camket.training;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Step;

/**
 * A lesson as its learner sees it.
 *
 * @param study null when the campaign is over and the person never began: reading is possible, nothing is stored
 * @param progress null before anything was stored
 * @param open whether studying counts today
 */
public record LessonPage(
        Enrolment enrolment,
        Step step,
        ModuleVersion version,
        @Nullable Study study,
        List<OutlineRow> outline,
        Lesson lesson,
        @Nullable LessonProgress progress,
        List<SelfCheck> selfChecks,
        List<CitedDocument> documents,
        boolean open) {
    public long done() {
        return outline.stream().filter(row -> row.state() == LessonState.DONE).count();
    }

    public @Nullable LessonRow previous() {
        return at(index() - 1);
    }

    public @Nullable LessonRow following() {
        return at(index() + 1);
    }

    private int index() {
        return IntStream.range(0, outline.size())
                .filter(index -> outline.get(index).lesson().id() == lesson.id())
                .findFirst()
                .orElseThrow();
    }

    private @Nullable LessonRow at(int index) {
        return index < 0 || index >= outline.size() ? null : outline.get(index).lesson();
    }

    /** Whether this lesson is done. */
    public boolean isLessonDone() {
        return progress != null && progress.doneAt().isPresent();
    }
}
