package vn.camket.campaign;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.camket.platform.Start;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * Opens campaigns: enrols the audience range by range, each range in its own transaction, then freezes the
 * steps and begins to count. What a stopped server left undone is taken up again.
 */
@ApplicationScoped
public class CampaignOpening {
    /** Up to here the person who asks waits for the result; larger audiences are enrolled behind the page. */
    private static final long AT_ONCE = OpeningRanges.RANGE;

    @Resource
    ManagedExecutorService executor;

    @Inject
    OpeningRanges ranges;

    private volatile boolean ready;

    /**
     * Opens a planned campaign, or begins to.
     *
     * @param version of the campaign as it was reviewed
     * @throws vn.camket.platform.NotFound outside the caller's scope
     * @throws vn.camket.platform.Refusal FROZEN when it was opened already or is being opened; CHANGED_MEANWHILE;
     *     NO_STEPS, NO_AUDIENCE, NOBODY, OVER
     */
    @Requires(Permission.PLAN_CAMPAIGNS)
    public void open(long campaignId, int version) {
        var job = ranges.ask(campaignId, version);
        if (job.total() <= AT_ONCE) {
            work(job.id());
        } else {
            executor.execute(() -> work(job.id()));
        }
    }

    /** Works through a job until it is done; does nothing when another node has it. */
    void work(long jobId) {
        var more = ranges.take(jobId);
        while (more) {
            more = ranges.next(jobId);
        }
    }

    void ready(@Observes Start.SchemaReady fact) {
        ready = true;
    }

    /** Takes up what no node works on, once there is a schema. */
    void resume() {
        if (ready) {
            ranges.left().forEach(job -> work(job.id()));
        }
    }
}
