package vn.camket.platform;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese text as the databases cannot treat it alike: normal form, folding for search, keys for order. */
public final class VietnameseText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final Collator COLLATOR =
            Collator.getInstance(ULocale.forLanguageTag("vi")).freeze();

    private VietnameseText() {}

    /** NFC, outer blanks removed, inner runs of blanks made one space. */
    public static String clean(String text) {
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** NFC only, for texts with lines. */
    public static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Without tones and marks, đ as d, lower case, single spaces: what searching compares. */
    public static String fold(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return SPACES.matcher(bare.replace('đ', 'd').replace('Đ', 'D'))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** The folded words of a text, for a search by any of them. */
    public static List<String> words(String text) {
        var folded = fold(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }

    /** ICU sort key of Vietnamese order; byte order of keys is the order of texts on every database. At most 600 bytes. */
    public static byte[] sortKey(String text) {
        var key = COLLATOR.getCollationKey(text).toByteArray();
        return Arrays.copyOf(key, Math.min(key.length, 600));
    }
}
