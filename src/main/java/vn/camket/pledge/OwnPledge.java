package vn.camket.pledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pledge in the list of one's own.
 *
 * @param confirmedAt null while the head has not confirmed it
 * @param ended what ended it, at {@code endedAt}, with the reason a head or the signer gave; null while it stands
 * @param commitments how many personal ones it has
 */
public record OwnPledge(
        String code,
        String title,
        String campaign,
        String cycleName,
        Instant signedAt,
        @Nullable Instant confirmedAt,
        @Nullable EndKind ended,
        @Nullable Instant endedAt,
        @Nullable String reason,
        long enrolmentId,
        long stepId,
        long commitments) {
    public String groupedCode() {
        return new LookupCode(code).grouped();
    }
}
