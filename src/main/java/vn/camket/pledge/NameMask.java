package vn.camket.pledge;

import vn.camket.platform.VietnameseText;

/** Names and codes of people as strangers see them: enough to compare with a paper in the hand, too little to learn from. */
final class NameMask {
    private NameMask() {}

    /** Initials, then the given name: N. T. H. Yến. */
    static String of(String fullName) {
        var words = VietnameseText.clean(fullName).split(" ");
        var masked = new StringBuilder();
        for (var index = 0; index < words.length - 1; index++) {
            masked.append(initial(words[index])).append(". ");
        }
        var given = words[words.length - 1];
        return masked.append(words.length == 1 ? initial(given) + "." : given).toString();
    }

    /** The first two characters and the last two; a short code is hidden whole. */
    static String ofCode(String employeeCode) {
        var length = employeeCode.length();
        return length < 6
                ? "•".repeat(length)
                : employeeCode.substring(0, 2) + "•".repeat(length - 4) + employeeCode.substring(length - 2);
    }

    private static String initial(String word) {
        return word.isEmpty() ? "" : new String(Character.toChars(Character.toUpperCase(word.codePointAt(0))));
    }
}
