package vn.camket.campaign;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Which steps of an enrolment are met; implemented by completion, asked by the rooms below it. */
public interface Achievements {
    /** Ids of the steps met in this enrolment. */
    Set<Long> metSteps(long enrolmentId);

    /** When each of the steps met in this enrolment was met. */
    Map<Long, Instant> metAt(long enrolmentId);
}
