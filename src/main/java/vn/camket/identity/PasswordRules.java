package vn.camket.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import vn.camket.platform.VietnameseText;

/**
 * Which passwords are good enough (OWASP ASVS 5.0, 6.2): length counts, composition does not. Guessed first, and so
 * refused: listed words and keyboard runs, however decorated with digits and signs or repeated, and the user's own name.
 */
final class PasswordRules {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;
    private static final int LETTERS_OF_ONES_OWN = 4;
    private static final List<String> COMMON = common();

    private PasswordRules() {}

    /** @throws vn.camket.platform.Refusal PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_TOO_COMMON */
    static void check(String userName, String password) {
        var normal = VietnameseText.nfc(password);
        var length = normal.codePointCount(0, normal.length());
        if (length < SHORTEST) {
            throw IdentityRefusal.PASSWORD_TOO_SHORT.with(SHORTEST);
        }
        if (length > LONGEST) {
            throw IdentityRefusal.PASSWORD_TOO_LONG.with(LONGEST);
        }
        if (isCommon(userName, normal)) {
            throw IdentityRefusal.PASSWORD_TOO_COMMON.with();
        }
    }

    private static boolean isCommon(String userName, String password) {
        var folded = VietnameseText.fold(password).replace(" ", "");
        var name = VietnameseText.fold(userName).replaceAll("@.*", "");
        if (name.length() >= 3 && folded.contains(name)) {
            return true;
        }
        var rest = folded.replace('@', 'a').replace('0', 'o').replace('$', 's').replace('3', 'e');
        return isOrdinary(folded)
                || isOrdinary(rest)
                || folded.chars().distinct().count() < 5;
    }

    /** Whether nothing of one's own is left once the listed words, digits and signs are taken away. */
    private static boolean isOrdinary(String text) {
        var rest = text;
        for (var word : COMMON) {
            rest = rest.replace(word, " ");
        }
        return rest.chars().filter(Character::isLetter).count() < LETTERS_OF_ONES_OWN;
    }

    /** Longest first, so that a word inside another one does not split it. */
    private static List<String> common() {
        try (var stream = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
            if (stream == null) {
                throw new IllegalStateException("common-passwords.txt is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
