package vn.camket.training;

import java.util.Arrays;

/** What a lesson mainly consists of. Every kind may carry formatted text; all but TEXT show a material. */
public enum LessonKind {
    TEXT,
    PDF,
    VIDEO,
    IMAGE;

    /** Whether a material with this media type belongs into such a lesson. */
    boolean shows(String mediaType) {
        return switch (this) {
            case TEXT -> false;
            case PDF -> mediaType.equals("application/pdf");
            case VIDEO -> mediaType.equals("video/mp4");
            case IMAGE -> mediaType.startsWith("image/");
        };
    }

    /** The kind of lesson that shows a material with this media type. */
    static LessonKind showing(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.shows(mediaType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No lesson shows " + mediaType));
    }
}
