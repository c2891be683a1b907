package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.organization.Employee;

/** Which steps have a pledge, for the rooms above; they have asked for the permission themselves. */
@ApplicationScoped
@Transactional
public class PledgeStandings {
    @Inject
    Pledges pledges;

    @Inject
    SigningAgain again;

    /**
     * The newest signature of each step that has one.
     *
     * @param enrolmentIds at most about a thousand
     */
    public List<PledgeStanding> of(Collection<Long> enrolmentIds) {
        if (enrolmentIds.isEmpty()) {
            return List.of();
        }
        var newest = pledges.newest(enrolmentIds);
        var asking = again.asking(newest.stream()
                .filter(row -> row[1] == null)
                .map(row -> (Signature) row[0])
                .toList());
        return newest.stream()
                .map(row -> standing((Signature) row[0], (SignatureEnd) row[1], (Employee) row[2], asking))
                .toList();
    }

    private PledgeStanding standing(
            Signature signature, @Nullable SignatureEnd end, @Nullable Employee by, List<PledgeText> asking) {
        return new PledgeStanding(
                signature.enrolment().id(),
                signature.step().id(),
                signature.lookupCode().value(),
                end == null || by == null
                        ? null
                        : new PledgeEnd(end.kind(), end.endedAt(), end.reason().orElse(null), by.fullName()),
                end == null ? again.of(signature, asking) : null);
    }
}
