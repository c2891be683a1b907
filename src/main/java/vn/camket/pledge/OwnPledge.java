package vn.camket.pledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pledge in the list of one's own.
 *
 * @param confirmedAt null while the head has not confirmed it
 */
public record OwnPledge(
        String code, String title, String campaign, String cycleName, Instant signedAt, @Nullable Instant confirmedAt) {
    public String groupedCode() {
        return new LookupCode(code).grouped();
    }
}
