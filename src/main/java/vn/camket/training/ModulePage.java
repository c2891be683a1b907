package vn.camket.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Examinations;
import vn.camket.campaign.Step;

/**
 * A module as its learner sees it.
 *
 * @param study null before the first lesson was opened
 * @param next the lesson to go on with; null when all are done
 * @param open whether studying counts today
 */
public record ModulePage(
        Enrolment enrolment,
        Step step,
        ModuleVersion version,
        @Nullable Study study,
        List<OutlineRow> outline,
        @Nullable LessonRow next,
        List<CitedDocument> documents,
        Examinations.Standing quiz,
        boolean open) {
    public long done() {
        return outline.stream().filter(row -> row.state() == LessonState.DONE).count();
    }

    public int minutes() {
        return outline.stream().mapToInt(row -> row.lesson().minutes()).sum();
    }

    public boolean isBegun() {
        return study != null;
    }

    /** Whether nothing is left but the quiz. */
    public boolean isFinished() {
        return study != null && study.finishedAt().isPresent();
    }
}
