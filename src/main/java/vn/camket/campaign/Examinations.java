package vn.camket.campaign;

/** What a MODULE step's quiz says; implemented by quiz, asked by the rooms beside it. */
public interface Examinations {
    /** NONE: the module has no published quiz, its lessons alone decide. */
    enum Standing {
        NONE,
        NOT_STARTED,
        IN_PROGRESS,
        NOT_PASSED,
        PASSED
    }

    /** @param moduleId the step's subject */
    Standing standing(long enrolmentId, long stepId, long moduleId);
}
