package vn.camket.training;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A lesson in an outline. */
public record LessonRow(long id, int position, LessonKind kind, String title, @Nullable String titleEn, int minutes) {
    /** Title in the reader's language; Vietnamese where there is no other. */
    public String title(Locale locale) {
        return "en".equals(locale.getLanguage()) && titleEn != null ? titleEn : title;
    }
}
