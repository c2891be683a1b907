package vn.camket.campaign.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.CampaignPlanning;

/** The check page before a campaign is closed for good. */
@Named
@RequestScoped
public class CloseView {
    @Inject
    CampaignPlanning planning;

    @Inject
    PlanInHand inHand;

    public @Nullable String close() {
        return inHand.then(() -> planning.close(inHand.id(), inHand.getVersion()), "campaign", "campaign.closed");
    }
}
