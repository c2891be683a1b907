package vn.camket.pledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signature as other rooms count it.
 *
 * @param confirmedAt null while no head has confirmed it
 */
public record SignedPledge(
        long enrolmentId, long stepId, String code, Instant signedAt, @Nullable Instant confirmedAt) {}
