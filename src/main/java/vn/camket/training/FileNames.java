package vn.camket.training;

import java.util.regex.Pattern;
import vn.camket.platform.VietnameseText;

/** Names of uploaded files as people shall see them: no folders, no control or direction marks, no signs that systems forbid. */
final class FileNames {
    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cc}\\p{Cf}\"*:<>?|/\\\\;%#&]+");
    private static final int LONGEST = 120;

    private FileNames() {}

    /** @return at most 120 characters, with the extension; "tai-lieu" and the extension when nothing is left */
    static String clean(String sent) {
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        var name = VietnameseText.clean(HARMFUL.matcher(last).replaceAll(" "));
        var dot = name.lastIndexOf('.');
        var extension = dot < 0 ? "" : name.substring(dot);
        var stem = (dot < 0 ? name : name.substring(0, dot)).replaceAll("^[. ]+|[. ]+$", "");
        var room = LONGEST - extension.length();
        return (stem.isEmpty() ? "tai-lieu" : stem.length() > room ? stem.substring(0, Math.max(1, room)) : stem)
                + extension;
    }
}
