package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;

/** Which steps have a pledge, for the rooms above; they have asked for the permission themselves. */
@ApplicationScoped
@Transactional
public class PledgeStandings {
    @Inject
    Pledges pledges;

    /**
     * The newest signature of each step that has one.
     *
     * @param enrolmentIds at most about a thousand
     */
    public List<PledgeStanding> of(Collection<Long> enrolmentIds) {
        return enrolmentIds.isEmpty() ? List.of() : pledges.standings(enrolmentIds);
    }
}
