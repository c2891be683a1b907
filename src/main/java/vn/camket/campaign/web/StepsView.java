package vn.camket.campaign.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import vn.camket.campaign.CampaignPlanning;
import vn.camket.campaign.CampaignRefusal;
import vn.camket.campaign.CommitmentRule;
import vn.camket.campaign.PlannedStep;
import vn.camket.campaign.StepAudience;
import vn.camket.campaign.Subject;

/** Fourth step of planning: what is to be done, in which order, until when. Every button saves what was typed. */
@Named
@RequestScoped
public class StepsView {
    @Inject
    CampaignPlanning planning;

    @Inject
    PlanInHand inHand;

    @Inject
    @Param(name = "rows")
    @Nullable
    String sent;

    @Inject
    @Param(name = "subject")
    @Nullable
    String subject;

    private final List<StepRow> rows = new ArrayList<>();
    private List<Subject> subjects = List.of();

    /** The rows of the page that is sent back must stand before its inputs are read. */
    @PostConstruct
    void prepare() {
        if (sent != null) {
            Arrays.stream(sent.split(","))
                    .filter(key -> key.matches("(MODULE|PLEDGE)-\\d{1,18}"))
                    .forEach(key -> rows.add(StepRow.of(key)));
        }
    }

    public void open() {
        inHand.open();
        subjects = planning.subjects();
        if (!FacesContext.getCurrentInstance().isPostback()) {
            Objects.requireNonNull(inHand.getPlan()).steps().forEach(step -> rows.add(StepRow.of(step)));
        }
        for (var row : rows) {
            subjects.stream()
                    .filter(one -> one.key().equals(row.getKey()))
                    .findFirst()
                    .ifPresent(one -> row.name(one.title()));
        }
    }

    public @Nullable String add() {
        return arrange(planned -> {
            var chosen = planning.subjects().stream()
                    .filter(one -> one.key().equals(subject))
                    .findFirst()
                    .orElseThrow(CampaignRefusal.SUBJECT_MISSING::with);
            var last = planning.find(inHand.id()).closesOn();
            planned.add(new PlannedStep(chosen.kind(), chosen.id(), chosen.audience(), last, CommitmentRule.OPTIONAL));
        });
    }

    public @Nullable String up(StepRow row) {
        var index = rows.indexOf(row);
        return arrange(planned -> Collections.swap(planned, index, Math.max(0, index - 1)));
    }

    public @Nullable String down(StepRow row) {
        var index = rows.indexOf(row);
        return arrange(planned -> Collections.swap(planned, index, Math.min(planned.size() - 1, index + 1)));
    }

    public @Nullable String remove(StepRow row) {
        var index = rows.indexOf(row);
        return arrange(planned -> planned.remove(index));
    }

    private @Nullable String arrange(java.util.function.Consumer<List<PlannedStep>> change) {
        return save("edit-steps", change);
    }

    public @Nullable String save() {
        return save("review", planned -> {});
    }

    private @Nullable String save(String page, java.util.function.Consumer<List<PlannedStep>> change) {
        return inHand.then(
                () -> {
                    var planned = new ArrayList<PlannedStep>();
                    rows.forEach(row -> planned.add(row.planned()));
                    change.accept(planned);
                    planning.arrange(inHand.id(), inHand.getVersion(), planned);
                },
                page,
                "common.saved");
    }

    public List<StepRow> getRows() {
        return rows;
    }

    /** Keys of the rows, as the page sends them back. */
    public String getKeys() {
        return String.join(",", rows.stream().map(StepRow::getKey).toList());
    }

    /** What is not a step yet. */
    public List<Subject> getFree() {
        return subjects.stream()
                .filter(one -> rows.stream().noneMatch(row -> row.getKey().equals(one.key())))
                .toList();
    }

    public CommitmentRule[] getCommitmentRules() {
        return CommitmentRule.values();
    }

    public StepAudience[] getAudiences() {
        return StepAudience.values();
    }
}
