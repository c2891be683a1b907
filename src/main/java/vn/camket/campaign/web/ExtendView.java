package vn.camket.campaign.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import vn.camket.campaign.CampaignPlanning;

/** Puts the last day and due days of an open campaign off, with a reason. */
@Named
@RequestScoped
public class ExtendView {
    /** A step whose due day can be put off. */
    public static class DueRow {
        private final long step;
        private String title = "";
        private @Nullable LocalDate dueOn;

        DueRow(long step) {
            this.step = step;
        }

        public long getStep() {
            return step;
        }

        public String getTitle() {
            return title;
        }

        public @Nullable LocalDate getDueOn() {
            return dueOn;
        }

        public void setDueOn(@Nullable LocalDate dueOn) {
            this.dueOn = dueOn;
        }
    }

    @Inject
    CampaignPlanning planning;

    @Inject
    PlanInHand inHand;

    @Inject
    @Param(name = "rows")
    @Nullable
    String sent;

    private final List<DueRow> rows = new ArrayList<>();
    private @Nullable LocalDate closesOn;
    private @Nullable String reason;

    /** The rows of the page that is sent back must stand before its inputs are read. */
    @PostConstruct
    void prepare() {
        if (sent != null) {
            Arrays.stream(sent.split(","))
                    .filter(id -> id.matches("\\d{1,18}"))
                    .forEach(id -> rows.add(new DueRow(Long.parseLong(id))));
        }
    }

    public void open() {
        inHand.open();
        var plan = Objects.requireNonNull(inHand.getPlan());
        if (!FacesContext.getCurrentInstance().isPostback()) {
            closesOn = plan.campaign().closesOn();
            plan.steps().forEach(step -> {
                var row = new DueRow(step.id());
                row.dueOn = step.dueOn();
                rows.add(row);
            });
        }
        for (var row : rows) {
            plan.steps().stream()
                    .filter(step -> step.id() == row.step)
                    .findFirst()
                    .ifPresent(step -> row.title = step.title());
        }
    }

    public @Nullable String extend() {
        var dueDays = new HashMap<Long, LocalDate>();
        rows.forEach(row -> {
            if (row.dueOn != null) {
                dueDays.put(row.step, row.dueOn);
            }
        });
        return inHand.then(
                () -> planning.extend(
                        inHand.id(),
                        inHand.getVersion(),
                        Objects.requireNonNull(closesOn),
                        dueDays,
                        reason == null ? "" : reason),
                "campaign",
                "campaign.extended");
    }

    public List<DueRow> getRows() {
        return rows;
    }

    /** Ids of the rows, as the page sends them back. */
    public String getKeys() {
        return String.join(
                ",", rows.stream().map(row -> String.valueOf(row.step)).toList());
    }

    public @Nullable LocalDate getClosesOn() {
        return closesOn;
    }

    public void setClosesOn(@Nullable LocalDate closesOn) {
        this.closesOn = closesOn;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
