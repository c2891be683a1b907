package vn.camket.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trainer typed for a lesson.
 *
 * @param minutes null when not a number
 * @param body HTML as the editor gives it
 * @param documents ids of library documents cited
 * @param selfChecks in the form that {@link SelfCheckText} reads
 */
public record LessonDraft(
        LessonKind kind,
        String title,
        @Nullable String titleEn,
        @Nullable Integer minutes,
        String body,
        List<Long> documents,
        String selfChecks) {}
