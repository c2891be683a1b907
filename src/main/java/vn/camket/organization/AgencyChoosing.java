package vn.camket.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.camket.platform.Vietnam;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;

/**
 * Choosing an agency in a form. Either permission of an administrator will do, so none is declared: whoever has neither
 * finds nothing.
 */
@ApplicationScoped
public class AgencyChoosing {
    private static final int SUGGESTED = 15;

    @Inject
    Agencies agencies;

    @Inject
    Directory directory;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** Agencies in scope with these words in their names, marks ignored. */
    public List<AgencyNode> suggest(String text) {
        var scope = administered();
        return VietnameseText.words(text).isEmpty() || scope.isEmpty()
                ? List.of()
                : directory.search(text, scope, Vietnam.today(clock)).stream()
                        .limit(SUGGESTED)
                        .toList();
    }

    /** The agency with this id; empty when there is none in scope. */
    public Optional<Agency> choice(long agencyId) {
        var scope = administered();
        return agencies.byId(agencyId).filter(agency -> scope.stream().anyMatch(agency.path()::startsWith));
    }

    private List<String> administered() {
        var paths = new ArrayList<>(caller.scope(Permission.MANAGE_ORGANIZATION));
        paths.addAll(caller.scope(Permission.MANAGE_ACCOUNTS));
        return Directory.tops(paths);
    }
}
