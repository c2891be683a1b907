package vn.camket.training;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A document of the library as a lesson cites it. */
public record CitedDocument(long id, String number, String title, @Nullable String titleEn) {
    /** Title in the reader's language; Vietnamese where there is no other. */
    public String title(Locale locale) {
        return "en".equals(locale.getLanguage()) && titleEn != null ? titleEn : title;
    }
}
