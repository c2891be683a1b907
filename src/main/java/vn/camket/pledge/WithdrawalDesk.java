package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.AuditTrail;
import vn.camket.platform.NotFound;
import vn.camket.platform.access.Authentication;
import vn.camket.platform.access.Caller;

/** The transactions of withdrawing, apart from the proof of the person. */
@ApplicationScoped
@Transactional
class WithdrawalDesk {
    @Inject
    Pledges pledges;

    @Inject
    Withdrawals withdrawals;

    @Inject
    SignatureEnding ending;

    @Inject
    ActingHead head;

    @Inject
    AuditTrail trail;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    List<OpenWithdrawal> open(int offset, int size) {
        return withdrawals.open(offset, size);
    }

    long countOpen() {
        return withdrawals.countOpen();
    }

    /** @return false if a request is open already @throws vn.camket.platform.Refusal PLEDGE_ENDED */
    boolean mayAsk(String typedCode) {
        return mayAsk(own(typedCode));
    }

    void ask(String typedCode, String reason) {
        var signature = own(typedCode);
        pledges.lock(List.of(signature.enrolment().id()));
        if (mayAsk(signature)) {
            var asked = pledges.add(new Withdrawal(signature, reason, RecordTime.cut(clock.instant())));
            trail.note("WITHDRAWAL_ASKED", "withdrawal", asked.id(), Map.of("signature", signature.id()));
        }
    }

    private boolean mayAsk(Signature signature) {
        if (pledges.end(signature.id()).isPresent()) {
            throw PledgeRefusal.PLEDGE_ENDED.with();
        }
        return withdrawals
                .latest(signature.id())
                .filter(AskedWithdrawal::isOpen)
                .isEmpty();
    }

    private Signature own(String typedCode) {
        return LookupCode.typed(typedCode)
                .flatMap(pledges::signature)
                .filter(signature -> caller.employeeId()
                        .filter(id -> id == signature.employee().id())
                        .isPresent())
                .orElseThrow(NotFound::new);
    }

    boolean isOpen(long withdrawalId) {
        return withdrawals.open(withdrawalId).isPresent();
    }

    /** @param refusal null to agree @return false if it was not open to the caller any more */
    boolean decide(long withdrawalId, @Nullable String refusal, Authentication proof) {
        var asked = withdrawals.open(withdrawalId).orElse(null);
        if (asked == null) {
            return false;
        }
        pledges.lock(List.of(asked.signature().enrolment().id()));
        if (withdrawals.open(withdrawalId).isEmpty()) {
            return false;
        }
        var decider = head.decider();
        var at = RecordTime.cut(clock.instant());
        pledges.add(new WithdrawalDecision(asked, refusal, decider.person(), head.agency(asked.signature()), at));
        if (refusal == null) {
            ending.withdraw(asked, decider, proof, at);
        }
        trail.note(
                refusal == null ? "WITHDRAWAL_AGREED" : "WITHDRAWAL_DECLINED",
                "withdrawal",
                withdrawalId,
                Map.of("signature", asked.signature().id()));
        return true;
    }
}
