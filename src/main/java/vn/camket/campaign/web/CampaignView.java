package vn.camket.campaign.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.camket.campaign.CampaignPlanning;
import vn.camket.platform.web.Notices;

/** A campaign at a glance. */
@Named
@RequestScoped
public class CampaignView {
    @Inject
    CampaignPlanning planning;

    @Inject
    PlanInHand inHand;

    public String copy() {
        var copy = planning.copy(inHand.id());
        Notices.done("campaign.copied");
        return "/campaign/edit.xhtml?faces-redirect=true&campaign=" + copy;
    }
}
