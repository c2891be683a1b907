package vn.camket.campaign;

/** What a MODULE step's lessons say; implemented by training, asked by the rooms beside it. */
public interface Studies {
    /** Whether all lessons of the step's module are done in this enrolment. */
    boolean isFinished(long enrolmentId, long stepId);
}
