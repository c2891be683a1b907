package vn.camket.campaign.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.AudienceSize;
import vn.camket.campaign.Basis;
import vn.camket.campaign.CampaignOpening;
import vn.camket.campaign.CampaignPlanning;

/** Last step of planning: everything at a glance, then the act of opening. */
@Named
@RequestScoped
public class ReviewView {
    @Inject
    CampaignPlanning planning;

    @Inject
    CampaignOpening opening;

    @Inject
    PlanInHand inHand;

    private @Nullable AudienceSize size;

    public void open() {
        inHand.open();
        size = Objects.requireNonNull(inHand.getPlan()).rules().isEmpty() ? null : planning.size(inHand.id());
    }

    public @Nullable String start() {
        return inHand.then(() -> opening.open(inHand.id(), inHand.getVersion()), "campaign", "campaign.opened");
    }

    public @Nullable AudienceSize getSize() {
        return size;
    }

    /** Whether there is somebody to enrol and something to do. */
    public boolean isReady() {
        var plan = inHand.getPlan();
        return plan != null && plan.isComplete() && size != null && size.people() > 0;
    }

    public boolean isBasisInForce() {
        var plan = inHand.getPlan();
        return plan != null && plan.basis().stream().allMatch(Basis::inForce);
    }
}
