package vn.camket.pledge;

import vn.camket.platform.VietnameseText;

/** A name as strangers see it: initials, then the given name (N. T. H. Yến). */
final class NameMask {
    private NameMask() {}

    static String of(String fullName) {
        var words = VietnameseText.clean(fullName).split(" ");
        var masked = new StringBuilder();
        for (var index = 0; index < words.length - 1; index++) {
            masked.append(initial(words[index])).append(". ");
        }
        var given = words[words.length - 1];
        return masked.append(words.length == 1 ? initial(given) + "." : given).toString();
    }

    private static String initial(String word) {
        return word.isEmpty() ? "" : new String(Character.toChars(Character.toUpperCase(word.codePointAt(0))));
    }
}
