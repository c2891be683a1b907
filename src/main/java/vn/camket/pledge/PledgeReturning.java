package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.camket.identity.SigningIn;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * Giving pledges back to be signed again, by the head who would confirm them: what is confirmed is
 * not returned any more, and nothing is returned that its signer could not sign again.
 */
@ApplicationScoped
public class PledgeReturning {
    private static final int AT_ONCE = 100;

    @Inject
    ReturnDesk desk;

    @Inject
    SigningIn signingIn;

    /**
     * Ends the signatures, each with a ledger entry of its own. Those that are not waiting for the caller (any more) are
     * skipped.
     *
     * @param signatureIds at most 100
     * @param reason shown to the signers, 10 to 500 characters
     * @param password the caller's own, typed again
     * @throws vn.camket.platform.Refusal NOTHING_CHOSEN; REASON_SHORT, REASON_LONG, REASON_INVISIBLE; CANNOT_RETURN if
     *     the campaign of one of them takes no pledges any more; the reasons of {@link SigningIn#proveAgain}
     */
    @Requires(Permission.CONFIRM_PLEDGES)
    public HeadOutcome giveBack(List<Long> signatureIds, String reason, String password) {
        if (signatureIds.isEmpty() || signatureIds.size() > AT_ONCE) {
            throw PledgeRefusal.NOTHING_CHOSEN.with();
        }
        var words = Reason.of(reason);
        if (!desk.isAnyWaiting(signatureIds)) {
            return new HeadOutcome(0, signatureIds.size());
        }
        return desk.giveBack(signatureIds, words, signingIn.proveAgain(password));
    }
}
