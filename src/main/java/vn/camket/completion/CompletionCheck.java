package vn.camket.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import vn.camket.audit.AuditTrail;
import vn.camket.campaign.Campaign;
import vn.camket.platform.NotFound;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * Counts the people of open campaigns again from the facts and names every counter that says otherwise; every night, and
 * when asked. Repairs only when asked.
 */
@ApplicationScoped
public class CompletionCheck {
    @Inject
    Checks checks;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** The last recount of each open campaign in the caller's scope. */
    @Requires(Permission.PLAN_CAMPAIGNS)
    public List<CheckResult> results() {
        return checks.open().stream()
                .filter(campaign ->
                        caller.may(Permission.PLAN_CAMPAIGNS, campaign.agency().path()))
                .map(checks::result)
                .toList();
    }

    /** Recounts a campaign now. @throws NotFound outside the caller's scope, or not open */
    @Requires(Permission.PLAN_CAMPAIGNS)
    public CheckResult run(long campaignId) {
        var campaign = within(campaignId);
        recount(campaign);
        return checks.result(campaign);
    }

    /** Writes the counters anew that differed in the last recount, then recounts. @return how many agencies were written */
    @Requires(Permission.PLAN_CAMPAIGNS)
    public int repair(long campaignId) {
        var campaign = within(campaignId);
        var agencies = checks.agencies(campaignId);
        agencies.forEach(agency -> checks.repair(campaignId, agency));
        checks.noteRepair(campaignId);
        trail.note("COUNTERS_REPAIRED", "campaign", campaignId, Map.of("agencies", agencies.toString()));
        recount(campaign);
        return agencies.size();
    }

    /** Recounts every open campaign. */
    void runAll() {
        checks.open().forEach(this::recount);
    }

    private void recount(Campaign campaign) {
        var first = checks.compare(campaign.id());
        checks.record(campaign.id(), first.isEmpty() ? first : Checks.both(first, checks.compare(campaign.id())));
    }

    private Campaign within(long campaignId) {
        return checks.open().stream()
                .filter(campaign -> campaign.id() == campaignId
                        && caller.may(
                                Permission.PLAN_CAMPAIGNS, campaign.agency().path()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
