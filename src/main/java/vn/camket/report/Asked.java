package vn.camket.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.NotFound;

/** Reads what an address asks for. An id that is none leads to 404, a word that is none to the default. */
public final class Asked {
    private Asked() {}

    /** @throws NotFound when something other than a positive number stands there */
    public static @Nullable Long id(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw new NotFound();
        }
        return Long.valueOf(text);
    }

    /** Page number from 1; anything unreadable is the first page. */
    public static int page(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,7}") ? Math.max(1, Integer.parseInt(text)) : 1;
    }

    static <E extends Enum<E>> E constant(Class<E> kind, @Nullable String text, E otherwise) {
        for (var constant : kind.getEnumConstants()) {
            if (word(constant).equals(text)) {
                return constant;
            }
        }
        return otherwise;
    }

    /** not-done for NOT_DONE */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
