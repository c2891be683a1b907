package vn.camket.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;

/** The first agency of an installation, above all others. Asks no permission: nobody can hold one yet. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Founding {
    @Inject
    Agencies agencies;

    /** The root that stands already, or a new one with this name. */
    public Agency root(String name, LocalDate on) {
        return agencies.roots().stream().findFirst().orElseGet(() -> {
            var root = new Agency(null, name, AgencyKind.OTHER, null, on);
            agencies.add(root);
            return root;
        });
    }
}
