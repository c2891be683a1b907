package vn.camket.training;

import vn.camket.platform.RefusalReason;

/** Why training says no. */
public enum TrainingRefusal implements RefusalReason {
    /** {0} closing day */
    CAMPAIGN_CLOSED,
    /** The step's module has no published version. */
    NOT_PUBLISHED,
    /** {0} number of the version */
    ALREADY_PUBLISHED,
    NO_LESSON,
    /** {0} number, {1} title of the lesson */
    LESSON_EMPTY,
    CHANGED_MEANWHILE,
    TITLE_MISSING,
    SUMMARY_MISSING,
    /** {0} characters at most */
    TEXT_TOO_LONG,
    MINUTES_OUT_OF_RANGE,
    /** {0} line */
    SELF_CHECK_MALFORMED,
    FILE_EMPTY,
    /** {0} largest size in MB */
    FILE_TOO_LARGE,
    /** The content is not of a kind that is accepted, or not what the name says. */
    FILE_KIND,
    /** No room on the server. */
    STORAGE_FULL
}
