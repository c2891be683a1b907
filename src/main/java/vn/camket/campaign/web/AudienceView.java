package vn.camket.campaign.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import vn.camket.campaign.AudienceSize;
import vn.camket.campaign.CampaignPlanning;
import vn.camket.campaign.CampaignRefusal;
import vn.camket.campaign.Leaders;
import vn.camket.organization.Agency;
import vn.camket.organization.PersonClass;

/** Third step of planning: who takes part. */
@Named
@RequestScoped
public class AudienceView {
    @Inject
    CampaignPlanning planning;

    @Inject
    PlanInHand inHand;

    @Inject
    @Param(name = "search")
    @Nullable
    String search;

    @Inject
    @Param(name = "agency")
    @Nullable
    Long agency;

    @Inject
    @Param(name = "personClass")
    @Nullable
    List<String> classes;

    @Inject
    @Param(name = "leaders")
    @Nullable
    String leaders;

    @Inject
    @Param(name = "remove")
    @Nullable
    Long rule;

    private List<Agency> agencies = List.of();
    private @Nullable AudienceSize size;

    public void open() {
        inHand.open();
        agencies = planning.agencies(inHand.id(), getSearch());
        size = Objects.requireNonNull(inHand.getPlan()).rules().isEmpty() ? null : planning.size(inHand.id());
    }

    public @Nullable String include() {
        return inHand.then(
                () -> {
                    if (agency == null) {
                        throw CampaignRefusal.AGENCY_MISSING.with();
                    }
                    planning.include(inHand.id(), inHand.getVersion(), agency, classes(), leaders());
                },
                "edit-audience",
                "campaign.audience.included");
    }

    private Set<PersonClass> classes() {
        return Arrays.stream(PersonClass.values())
                .filter(one -> classes != null && classes.contains(one.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PersonClass.class)));
    }

    private Leaders leaders() {
        return Arrays.stream(Leaders.values())
                .filter(one -> one.name().equals(leaders))
                .findFirst()
                .orElse(Leaders.ANY);
    }

    /** Whether the post comes from the button beside a rule. */
    public boolean isExcluding() {
        return rule != null && FacesContext.getCurrentInstance().isPostback();
    }

    public @Nullable String exclude() {
        return inHand.then(
                () -> planning.exclude(inHand.id(), inHand.getVersion(), Objects.requireNonNull(rule)),
                "edit-audience",
                "campaign.audience.excluded");
    }

    public List<Agency> getAgencies() {
        return agencies;
    }

    public @Nullable AudienceSize getSize() {
        return size;
    }

    public PersonClass[] getAllClasses() {
        return PersonClass.values();
    }

    public Leaders[] getAllLeaders() {
        return Leaders.values();
    }

    public String getSearch() {
        return search == null ? "" : search;
    }
}
