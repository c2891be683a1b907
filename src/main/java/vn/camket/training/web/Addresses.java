package vn.camket.training.web;

import org.jspecify.annotations.Nullable;
import vn.camket.platform.NotFound;

/** Addresses of this room's pages, and what is asked in them. */
final class Addresses {
    private Addresses() {}

    /** @throws NotFound when the address does not say it */
    static long id(@Nullable Long parameter) {
        if (parameter == null) {
            throw new NotFound();
        }
        return parameter;
    }

    static String lesson(long enrolmentId, long stepId, long lessonId) {
        return "/training/lesson.xhtml?enrolment=" + enrolmentId + "&step=" + stepId + "&lesson=" + lessonId;
    }

    static String module(long enrolmentId, long stepId) {
        return "/training/module.xhtml?enrolment=" + enrolmentId + "&step=" + stepId;
    }
}
