package vn.camket.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import vn.camket.audit.AuditTrail;
import vn.camket.platform.NotFound;
import vn.camket.platform.Vietnam;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;

/** The transactions of an opening: asked for, one a range of employees, the end. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class OpeningRanges {
    /** Employee ids a transaction. */
    static final long RANGE = 50_000;

    @Inject
    Campaigns campaigns;

    @Inject
    Audience audience;

    @Inject
    OpeningJobs jobs;

    @Inject
    AuditTrail trail;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @Inject
    Event<CampaignOpened> opened;

    OpeningJob ask(long campaignId, int version) {
        var campaign = campaigns.byId(campaignId).orElseThrow(NotFound::new);
        caller.require(Permission.PLAN_CAMPAIGNS, campaign.agency().path());
        if (campaign.state() != Campaign.State.PLANNED || jobs.isOpening(campaignId)) {
            throw CampaignRefusal.FROZEN.with();
        }
        if (campaign.version() != version) {
            throw CampaignRefusal.CHANGED_MEANWHILE.with();
        }
        complete(campaign);
        var size = audience.size(campaign, Vietnam.today(clock));
        if (size.people() == 0) {
            throw CampaignRefusal.NOBODY.with();
        }
        campaigns.touch(campaign);
        jobs.add(campaignId, caller.accountId(), audience.lastEmployee());
        trail.note(
                "CAMPAIGN_OPENED",
                "campaign",
                campaignId,
                Map.of("name", campaign.name(), "people", String.valueOf(size.people())));
        return jobs.latest(campaignId).orElseThrow();
    }

    private void complete(Campaign campaign) {
        if (campaigns.steps(campaign).isEmpty()) {
            throw CampaignRefusal.NO_STEPS.with();
        }
        if (campaigns.rules(campaign).isEmpty()) {
            throw CampaignRefusal.NO_AUDIENCE.with();
        }
        if (campaign.closesOn().isBefore(Vietnam.today(clock))) {
            throw CampaignRefusal.OVER.with(campaign.closesOn());
        }
    }

    boolean take(long jobId) {
        return jobs.take(jobId);
    }

    List<OpeningJob> left() {
        return jobs.left();
    }

    /** Enrols the next range, or ends the opening when there is none. @return whether there is more to do */
    boolean next(long jobId) {
        var job = jobs.byId(jobId).orElseThrow();
        if (job.done() >= job.total()) {
            end(job);
            return false;
        }
        var upTo = Math.min(job.done() + RANGE, job.total());
        audience.enrol(job.campaignId(), job.done(), upTo, Vietnam.today(clock), clock.instant());
        jobs.advance(jobId, upTo);
        return true;
    }

    private void end(OpeningJob job) {
        var campaign = campaigns.byId(job.campaignId()).orElseThrow();
        if (campaign.state() == Campaign.State.PLANNED) {
            // Those who joined while the ranges were worked through.
            audience.enrol(job.campaignId(), job.total(), Long.MAX_VALUE, Vietnam.today(clock), clock.instant());
            campaign.open(clock.instant(), job.accountId());
            opened.fire(new CampaignOpened(job.campaignId()));
        }
        jobs.finish(job.id());
    }
}
