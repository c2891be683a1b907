package vn.camket.pledge;

import java.util.Optional;

/**
 * The latest request to withdraw a pledge.
 *
 * @param decision empty while the head has not decided
 */
public record AskedWithdrawal(Withdrawal request, Optional<WithdrawalDecision> decision) {
    public boolean isOpen() {
        return decision.isEmpty();
    }
}
