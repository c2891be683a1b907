package vn.camket.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign with all that belongs to it.
 *
 * @param job its opening, running or done; null before it was asked for
 */
public record CampaignPlan(
        Campaign campaign,
        List<Phase> phases,
        List<Basis> basis,
        List<AudienceRule> rules,
        List<Step> steps,
        Turnout.Share share,
        @Nullable OpeningJob job) {
    public boolean isOpening() {
        return job != null && job.isRunning();
    }

    /** Whether it can still be changed. */
    public boolean isPlanned() {
        return campaign.state() == Campaign.State.PLANNED && !isOpening();
    }

    public boolean isOpen() {
        return campaign.state() == Campaign.State.OPEN;
    }

    public boolean isClosed() {
        return campaign.state() == Campaign.State.CLOSED;
    }

    /** Whether nothing is missing for opening. */
    public boolean isComplete() {
        return !rules.isEmpty() && !steps.isEmpty();
    }
}
