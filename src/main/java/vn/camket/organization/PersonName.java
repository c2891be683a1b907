package vn.camket.organization;

import java.io.ByteArrayOutputStream;
import vn.camket.platform.VietnameseText;

/** Order of Vietnamese names: given name, then family name, then middle names. */
public final class PersonName {
    private PersonName() {}

    /** Sort key of a full name; keys compare byte by byte. */
    public static byte[] sortKey(String fullName) {
        var words = VietnameseText.clean(fullName).split(" ");
        var family = words.length > 1 ? words[0] : "";
        var middle = new StringBuilder();
        for (var index = 1; index < words.length - 1; index++) {
            middle.append(words[index]).append(' ');
        }
        var key = new ByteArrayOutputStream();
        for (var part : new String[] {words[words.length - 1], family, middle.toString()}) {
            var partKey = VietnameseText.sortKey(part);
            key.write(partKey, 0, Math.min(partKey.length, 220));
            key.write(0);
        }
        return key.toByteArray();
    }

    /** The two letters of an avatar: of the middle (or family) and the given name. */
    public static String initials(String fullName) {
        var words = VietnameseText.clean(fullName).split(" ");
        var last = words[words.length - 1];
        var before = words.length > 1 ? words[words.length - 2] : "";
        return (before.isEmpty() ? "" : before.substring(0, 1)) + (last.isEmpty() ? "" : last.substring(0, 1));
    }
}
