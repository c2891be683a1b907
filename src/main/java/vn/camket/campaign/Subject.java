package vn.camket.campaign;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something a step can ask: a module, or the pledge. @param lessons number of lessons; 0 for the pledge */
public record Subject(
        StepKind kind, long id, String title, @Nullable String titleEn, StepAudience audience, int lessons) {
    /** How forms name it: {@code MODULE-12}. */
    public String key() {
        return kind + "-" + id;
    }

    public String title(Locale locale) {
        return "en".equals(locale.getLanguage()) && titleEn != null ? titleEn : title;
    }
}
