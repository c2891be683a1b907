package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;

/** Which enrolments have a signed pledge, for the rooms above; they have asked for the permission themselves. */
@ApplicationScoped
@Transactional
public class SignedPledges {
    @Inject
    Pledges pledges;

    /** One query. @param enrolmentIds at most about a thousand; @return in no particular order */
    public List<SignedPledge> of(Collection<Long> enrolmentIds) {
        return enrolmentIds.isEmpty() ? List.of() : pledges.signed(enrolmentIds);
    }
}
