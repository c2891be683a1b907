package vn.camket.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.Campaign;
import vn.camket.organization.Agency;
import vn.camket.platform.NotFound;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;

/** How far the caller sees. What lies outside is answered as if it were not there. */
@ApplicationScoped
class Reach {
    @Inject
    Caller caller;

    @Inject
    Figures figures;

    /** The tops of the caller's scope, the widest first. */
    List<Agency> places() {
        return figures.places(caller.scope(Permission.SEE_COMPLETION));
    }

    /** @throws NotFound when there is no such agency in the caller's scope */
    Agency agency(long id) {
        var agency = figures.agencies(List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
        caller.require(Permission.SEE_COMPLETION, agency.path());
        return agency;
    }

    /** The agency asked for, or the widest the caller sees. */
    Agency agencyOrTop(@Nullable Long id) {
        return id != null ? agency(id) : places().stream().findFirst().orElseThrow(NotFound::new);
    }

    /** Agencies above this one, as far up as the caller sees, the top first. */
    List<Agency> above(Agency agency) {
        if (caller.scope(Permission.SEE_COMPLETION).contains(agency.path()) && agency.depth() == 0) {
            return List.of();
        }
        var line = agency.lineage();
        return figures.agencies(line.subList(0, line.size() - 1)).stream()
                .filter(upper -> caller.may(Permission.SEE_COMPLETION, upper.path()))
                .toList();
    }

    /**
     * The campaign asked for, or the latest that is not closed, or the latest; empty when there is none at all.
     *
     * @throws NotFound when the one asked for is none of the agency's
     */
    Optional<Campaign> campaign(List<Campaign> campaigns, @Nullable Long id) {
        if (id != null) {
            return Optional.of(campaigns.stream()
                    .filter(campaign -> campaign.id() == id)
                    .findFirst()
                    .orElseThrow(NotFound::new));
        }
        return campaigns.stream()
                .filter(campaign -> campaign.closedAt().isEmpty())
                .findFirst()
                .or(() -> campaigns.stream().findFirst());
    }
}
