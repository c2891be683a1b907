package vn.camket.campaign.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import vn.camket.campaign.CampaignPlanning;
import vn.camket.campaign.CampaignRefusal;
import vn.camket.campaign.Particulars;
import vn.camket.organization.Agency;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;

/** First step of planning: names and period; without a campaign it makes a new one. */
@Named
@RequestScoped
public class ParticularsView {
    @Inject
    CampaignPlanning planning;

    @Inject
    PlanInHand inHand;

    @Inject
    @Param(name = "owner")
    @Nullable
    Long owner;

    private List<Agency> owners = List.of();
    private @Nullable String name;
    private @Nullable String nameEn;
    private @Nullable String cycleName;
    private @Nullable String description;
    private @Nullable LocalDate opensOn;
    private @Nullable LocalDate closesOn;
    private int threshold = 80;
    private boolean asksAgain = true;

    public void open() {
        owners = planning.owners();
        if (inHand.isGiven()) {
            inHand.open();
            if (!FacesContext.getCurrentInstance().isPostback()) {
                fill();
            }
        }
    }

    private void fill() {
        var campaign = Objects.requireNonNull(inHand.getPlan()).campaign();
        name = campaign.name();
        nameEn = campaign.nameEn().orElse(null);
        cycleName = campaign.cycleName();
        description = campaign.description().orElse(null);
        opensOn = campaign.opensOn();
        closesOn = campaign.closesOn();
        threshold = campaign.thresholdPercent();
        asksAgain = campaign.asksAgainAfterTransfer();
    }

    public @Nullable String save() {
        try {
            if (inHand.isGiven()) {
                planning.describe(inHand.id(), inHand.getVersion(), particulars());
                Notices.done("common.saved");
                return inHand.address("edit-phases");
            }
            if (owner == null) {
                throw CampaignRefusal.AGENCY_MISSING.with();
            }
            var created = planning.create(owner, particulars());
            Notices.done("common.saved");
            return "/campaign/edit-phases.xhtml?faces-redirect=true&campaign=" + created;
        } catch (Refusal refusal) {
            Notices.refused(refusal, null);
            return null;
        }
    }

    private Particulars particulars() {
        return new Particulars(
                Objects.requireNonNull(name),
                nameEn,
                Objects.requireNonNull(cycleName),
                description,
                Objects.requireNonNull(opensOn),
                Objects.requireNonNull(closesOn),
                threshold,
                asksAgain);
    }

    public List<Agency> getOwners() {
        return owners;
    }

    public boolean isFresh() {
        return !inHand.isGiven();
    }

    /** Whether the form is offered: for a new campaign and for one that is not opened. */
    public boolean isEditable() {
        var plan = inHand.getPlan();
        return plan == null || plan.isPlanned();
    }

    public @Nullable Long getOwner() {
        return owner;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getNameEn() {
        return nameEn;
    }

    public void setNameEn(@Nullable String nameEn) {
        this.nameEn = nameEn;
    }

    public @Nullable String getCycleName() {
        return cycleName;
    }

    public void setCycleName(@Nullable String cycleName) {
        this.cycleName = cycleName;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    public @Nullable LocalDate getOpensOn() {
        return opensOn;
    }

    public void setOpensOn(@Nullable LocalDate opensOn) {
        this.opensOn = opensOn;
    }

    public @Nullable LocalDate getClosesOn() {
        return closesOn;
    }

    public void setClosesOn(@Nullable LocalDate closesOn) {
        this.closesOn = closesOn;
    }

    public int getThreshold() {
        return threshold;
    }

    public boolean isAsksAgain() {
        return asksAgain;
    }

    public void setAsksAgain(boolean asksAgain) {
        this.asksAgain = asksAgain;
    }

    public void setThreshold(int threshold) {
        this.threshold = threshold;
    }
}
