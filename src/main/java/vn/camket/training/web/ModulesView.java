package vn.camket.training.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import vn.camket.campaign.Campaign;
import vn.camket.training.ModuleCard;
import vn.camket.training.ModuleState;
import vn.camket.training.Studying;

/** What a person studies, campaign by campaign. */
@Named
@RequestScoped
public class ModulesView {
    /** One campaign's modules. @param open whether studying counts today */
    public record Group(Campaign campaign, boolean open, List<ModuleCard> modules) {
        public long met() {
            return modules.stream()
                    .filter(card -> card.state() == ModuleState.MET)
                    .count();
        }
    }

    @Inject
    Studying studying;

    private List<Group> groups = List.of();

    public void open() {
        var cards = new LinkedHashMap<Long, List<ModuleCard>>();
        for (var card : studying.mine()) {
            cards.computeIfAbsent(card.enrolment().campaign().id(), id -> new ArrayList<>())
                    .add(card);
        }
        groups = cards.values().stream()
                .map(group -> new Group(
                        group.get(0).enrolment().campaign(), group.get(0).open(), group))
                .toList();
    }

    public List<Group> getGroups() {
        return groups;
    }
}
