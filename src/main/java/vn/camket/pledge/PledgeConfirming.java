package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.camket.identity.SigningIn;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * Confirmation of pledges by the head: those of the agencies headed and below, never one's own.
 */
@ApplicationScoped
public class PledgeConfirming {
    private static final int AT_ONCE = 500;

    @Inject
    ConfirmationDesk desk;

    @Inject
    SigningIn signingIn;

    /** The waiting pledges, the oldest first. @param offset rows to skip */
    @Requires(Permission.CONFIRM_PLEDGES)
    public List<WaitingPledge> waiting(WaitingFilter filter, int offset, int size) {
        return desk.page(filter, offset, size);
    }

    /** How many wait. */
    @Requires(Permission.CONFIRM_PLEDGES)
    public long count(WaitingFilter filter) {
        return desk.count(filter);
    }

    /** The agencies with waiting pledges, the upper ones first; at most 200. */
    @Requires(Permission.CONFIRM_PLEDGES)
    public List<WaitingAgency> agencies() {
        return desk.agencies();
    }

    /**
     * Confirms; one ledger entry covers all. Those that are not waiting for the caller (any more) are skipped.
     *
     * @param signatureIds at most 500
     * @param password the caller's own, typed again
     * @throws vn.camket.platform.Refusal NOTHING_CHOSEN; the reasons of {@link SigningIn#proveAgain}
     */
    @Requires(Permission.CONFIRM_PLEDGES)
    public HeadOutcome confirm(List<Long> signatureIds, String password) {
        if (signatureIds.isEmpty() || signatureIds.size() > AT_ONCE) {
            throw PledgeRefusal.NOTHING_CHOSEN.with();
        }
        if (!desk.isAnyWaiting(signatureIds)) {
            return new HeadOutcome(0, signatureIds.size());
        }
        return desk.confirm(signatureIds, signingIn.proveAgain(password));
    }
}
