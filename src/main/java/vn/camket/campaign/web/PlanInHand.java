package vn.camket.campaign.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import vn.camket.campaign.CampaignPlan;
import vn.camket.campaign.CampaignPlanning;
import vn.camket.organization.PersonClass;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;

/**
 * The campaign a page is about, by its parameter, as it stood when the page was made: forms send the version they were
 * filled from. Loaded before every rendering, after a refused post too.
 */
@Named
@RequestScoped
public class PlanInHand {
    @Inject
    CampaignPlanning planning;

    @Inject
    @Param(name = "campaign")
    @Nullable
    Long campaign;

    private @Nullable CampaignPlan plan;
    private int version;
    private boolean versionSent;

    public void open() {
        plan = planning.plan(id());
    }

    /** @throws NotFound when the page was asked for without a campaign */
    long id() {
        if (campaign == null) {
            throw new NotFound();
        }
        return campaign;
    }

    boolean isGiven() {
        return campaign != null;
    }

    /** Does an act, then shows a page; a refusal stays on this one. */
    @Nullable
    String then(Runnable act, String page, String notice) {
        try {
            act.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal, null);
            return null;
        }
        Notices.done(notice);
        return address(page);
    }

    /** Address of a page about this campaign. */
    String address(String page) {
        return "/campaign/" + page + ".xhtml?faces-redirect=true&campaign=" + id();
    }

    /** Whether forms that plan are on the page: a post is read before the campaign is, and the boundary asks again. */
    public boolean isEditable() {
        return plan == null || plan.isPlanned();
    }

    /** Whether forms that close or put off are on the page; read as {@link #isEditable()}. */
    public boolean isRunning() {
        return plan == null || plan.isOpen();
    }

    public @Nullable CampaignPlan getPlan() {
        return plan;
    }

    public PersonClass[] getAllClasses() {
        return PersonClass.values();
    }

    /** Version the form was filled from. */
    public int getVersion() {
        return versionSent || plan == null ? version : plan.campaign().version();
    }

    public void setVersion(int version) {
        this.version = version;
        versionSent = true;
    }
}
