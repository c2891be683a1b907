package vn.camket.campaign.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.CampaignRefusal;
import vn.camket.campaign.Phase;
import vn.camket.campaign.PlannedPhase;

/** A row of the phases form. */
public class PhaseRow {
    private final int number;
    private @Nullable String name;
    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate endsOn;

    PhaseRow(int number) {
        this.number = number;
    }

    void fill(Phase phase) {
        name = phase.name();
        startsOn = phase.startsOn();
        endsOn = phase.endsOn();
    }

    boolean isBlank() {
        return (name == null || name.isBlank()) && startsOn == null && endsOn == null;
    }

    /** @throws vn.camket.platform.Refusal PHASE_INCOMPLETE */
    PlannedPhase planned() {
        if (name == null || name.isBlank() || startsOn == null || endsOn == null) {
            throw CampaignRefusal.PHASE_INCOMPLETE.with(number);
        }
        return new PlannedPhase(vn.camket.platform.VietnameseText.clean(name), startsOn, endsOn);
    }

    public int getNumber() {
        return number;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable LocalDate getStartsOn() {
        return startsOn;
    }

    public void setStartsOn(@Nullable LocalDate startsOn) {
        this.startsOn = startsOn;
    }

    public @Nullable LocalDate getEndsOn() {
        return endsOn;
    }

    public void setEndsOn(@Nullable LocalDate endsOn) {
        this.endsOn = endsOn;
    }
}
