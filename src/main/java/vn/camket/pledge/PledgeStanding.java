package vn.camket.pledge;

import org.jspecify.annotations.Nullable;

/**
 * How far the pledge of a step is, as other rooms show it.
 *
 * @param code of the newest signature
 * @param end what ended it; null while it stands
 * @param again why it is to be signed again now, though it stands; null if it is not
 */
public record PledgeStanding(
        long enrolmentId, long stepId, String code, @Nullable PledgeEnd end, @Nullable SignAgain again) {}
