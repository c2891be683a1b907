package vn.camket.completion;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.Campaign;

/**
 * The last recount of a campaign.
 *
 * @param runAt null when it was never recounted
 * @param rows counters compared
 * @param differences how many were found; the list holds the first 100
 * @param repairedAt when the counters were written anew after this recount; null when they were not
 */
public record CheckResult(
        Campaign campaign,
        @Nullable Instant runAt,
        long rows,
        long differences,
        @Nullable Instant repairedAt,
        List<Difference> list) {
    public boolean isClean() {
        return runAt != null && differences == 0;
    }

    public boolean isRepairable() {
        return differences > 0 && repairedAt == null;
    }
}
