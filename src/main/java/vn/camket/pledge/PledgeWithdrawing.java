package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.camket.identity.SigningIn;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * Withdrawing a pledge: the signer asks with a reason, the head of the agency for which it was signed, or
 * one above, agrees or does not. Only the agreement ends it. Neither asks for an open campaign: a pledge outlives it.
 */
@ApplicationScoped
public class PledgeWithdrawing {
    @Inject
    WithdrawalDesk desk;

    @Inject
    SigningIn signingIn;

    /**
     * Asks to withdraw one's own pledge. While a request is open, asking again changes nothing.
     *
     * @param reason for the head and for the ledger, 10 to 500 characters
     * @throws vn.camket.platform.NotFound if the code is not of a pledge of the caller
     * @throws vn.camket.platform.Refusal PLEDGE_ENDED; REASON_SHORT, REASON_LONG, REASON_INVISIBLE; the reasons of
     *     {@link SigningIn#proveAgain}
     */
    @Requires(Permission.TAKE_PART)
    public void ask(String typedCode, String reason, String password) {
        if (desk.mayAsk(typedCode)) {
            var words = Reason.of(reason);
            signingIn.proveAgain(password);
            desk.ask(typedCode, words);
        }
    }

    /** Requests that wait for the caller, the oldest first. @param offset rows to skip */
    @Requires(Permission.CONFIRM_PLEDGES)
    public List<OpenWithdrawal> open(int offset, int size) {
        return desk.open(offset, size);
    }

    @Requires(Permission.CONFIRM_PLEDGES)
    public long countOpen() {
        return desk.countOpen();
    }

    /**
     * Agrees: the signature ends, with a ledger entry.
     *
     * @return false if the request is not open to the caller (any more); then nothing changes
     * @throws vn.camket.platform.Refusal the reasons of {@link SigningIn#proveAgain}
     */
    @Requires(Permission.CONFIRM_PLEDGES)
    public boolean agree(long withdrawalId, String password) {
        if (!desk.isOpen(withdrawalId)) {
            return false;
        }
        return desk.decide(withdrawalId, null, signingIn.proveAgain(password));
    }

    /**
     * Does not agree: the pledge stands on, and the signer reads why.
     *
     * @return false if the request is not open to the caller (any more); then nothing changes
     * @throws vn.camket.platform.Refusal REASON_SHORT, REASON_LONG, REASON_INVISIBLE; the reasons of
     *     {@link SigningIn#proveAgain}
     */
    @Requires(Permission.CONFIRM_PLEDGES)
    public boolean decline(long withdrawalId, String reason, String password) {
        var words = Reason.of(reason);
        if (!desk.isOpen(withdrawalId)) {
            return false;
        }
        return desk.decide(withdrawalId, words, signingIn.proveAgain(password));
    }
}
