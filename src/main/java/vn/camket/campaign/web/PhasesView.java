package vn.camket.campaign.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import vn.camket.campaign.Basis;
import vn.camket.campaign.CampaignPlanning;

/** Second step of planning: phases and legal basis. Six rows; those left empty count for nothing. */
@Named
@RequestScoped
public class PhasesView {
    private static final int ROWS = 6;

    @Inject
    CampaignPlanning planning;

    @Inject
    PlanInHand inHand;

    @Inject
    @Param(name = "document")
    @Nullable
    List<Long> documentIds;

    private final List<PhaseRow> rows =
            IntStream.rangeClosed(1, ROWS).mapToObj(PhaseRow::new).toList();
    private List<Basis> documents = List.of();
    private List<Long> chosen = List.of();

    public void open() {
        inHand.open();
        documents = planning.documents();
        if (!FacesContext.getCurrentInstance().isPostback()) {
            var plan = Objects.requireNonNull(inHand.getPlan());
            for (var index = 0; index < Math.min(ROWS, plan.phases().size()); index++) {
                rows.get(index).fill(plan.phases().get(index));
            }
            chosen = plan.basis().stream().map(Basis::id).toList();
        } else {
            chosen = ticked();
        }
    }

    public @Nullable String save() {
        return inHand.then(
                () -> planning.phases(
                        inHand.id(),
                        inHand.getVersion(),
                        rows.stream()
                                .filter(row -> !row.isBlank())
                                .map(PhaseRow::planned)
                                .toList(),
                        ticked()),
                "edit-audience",
                "common.saved");
    }

    public List<PhaseRow> getRows() {
        return rows;
    }

    public List<Basis> getDocuments() {
        return documents;
    }

    public boolean isChosen(long document) {
        return chosen.contains(document);
    }

    private List<Long> ticked() {
        return documentIds == null
                ? List.of()
                : documentIds.stream().filter(Objects::nonNull).toList();
    }
}
