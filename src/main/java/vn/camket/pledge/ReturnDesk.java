package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import vn.camket.platform.access.Authentication;

/** The transactions of returning, apart from the proof of the person. */
@ApplicationScoped
@Transactional
class ReturnDesk {
    @Inject
    Waiting waiting;

    @Inject
    ActingHead head;

    @Inject
    SignatureEnding ending;

    @Inject
    Clock clock;

    /** @throws vn.camket.platform.Refusal CANNOT_RETURN */
    boolean isAnyWaiting(List<Long> signatureIds) {
        var chosen = waiting.of(signatureIds);
        refuseUnlessSignableAgain(chosen);
        return !chosen.isEmpty();
    }

    HeadOutcome giveBack(List<Long> signatureIds, String reason, Authentication proof) {
        var chosen = waiting.locked(signatureIds);
        refuseUnlessSignableAgain(chosen);
        if (chosen.isEmpty()) {
            return new HeadOutcome(0, signatureIds.size());
        }
        var decider = head.decider();
        var at = RecordTime.cut(clock.instant());
        chosen.forEach(signature -> ending.giveBack(signature, reason, decider, proof, at));
        return new HeadOutcome(chosen.size(), signatureIds.size() - chosen.size());
    }

    private void refuseUnlessSignableAgain(List<Signature> chosen) {
        var now = clock.instant();
        var over = chosen.stream()
                .filter(signature -> !signature.enrolment().isOpen(now))
                .count();
        if (over > 0) {
            throw PledgeRefusal.CANNOT_RETURN.with(over);
        }
    }
}
