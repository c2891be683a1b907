package vn.camket.campaign.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.CampaignPlanning;

/** The days until which people rate themselves on what they promised in a campaign. */
@Named
@RequestScoped
public class RatingDaysView {
    @Inject
    CampaignPlanning planning;

    @Inject
    PlanInHand inHand;

    private @Nullable LocalDate midYear;
    private @Nullable LocalDate yearEnd;

    public void open() {
        inHand.open();
        if (!FacesContext.getCurrentInstance().isPostback()) {
            var days = Objects.requireNonNull(inHand.getPlan()).campaign().ratingDays();
            midYear = days.midYear();
            yearEnd = days.yearEnd();
        }
    }

    public @Nullable String save() {
        return inHand.then(
                () -> planning.rateUntil(inHand.id(), inHand.getVersion(), midYear, Objects.requireNonNull(yearEnd)),
                "campaign",
                "campaign.rating.saved");
    }

    public @Nullable LocalDate getMidYear() {
        return midYear;
    }

    public void setMidYear(@Nullable LocalDate midYear) {
        this.midYear = midYear;
    }

    public @Nullable LocalDate getYearEnd() {
        return yearEnd;
    }

    public void setYearEnd(@Nullable LocalDate yearEnd) {
        this.yearEnd = yearEnd;
    }
}
