package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import vn.camket.campaign.Enrolments;
import vn.camket.identity.Assertion;
import vn.camket.identity.PasskeyProof;
import vn.camket.platform.access.Authentication;

/**
 * The transactions of signing by a passkey. First the record is composed and its leaf hash becomes the challenge; then it is
 * composed again from the data of that moment, and written only if it is byte for byte the one that the passkey has signed.
 */
@ApplicationScoped
@Transactional
class PasskeyDesk {
    @Inject
    SignatureDesk desk;

    @Inject
    PendingPledges pending;

    @Inject
    PasskeyProof proof;

    @Inject
    Enrolments enrolments;

    @Inject
    Pledges pledges;

    @Inject
    Clock clock;

    byte[] prepare(long enrolmentId, long stepId, String requestKey, CommitmentChoice choice) {
        var stamp = Stamp.of(Authentication.PASSKEY, clock);
        var challenge = Stamp.leafHash(desk.draft(enrolmentId, stepId, choice, stamp));
        pending.add(challenge, requestKey, stamp);
        return challenge;
    }

    LookupCode sign(
            long enrolmentId,
            long stepId,
            String requestKey,
            CommitmentChoice choice,
            ShownPaper shown,
            Assertion assertion) {
        pledges.lock(List.of(enrolmentId)); // before the campaign is read, as in SignatureDesk
        enrolments.own(enrolmentId);
        var before = desk.prepare(enrolmentId, stepId, requestKey, choice, shown);
        if (before.isPresent()) {
            return before.get();
        }
        var challenge = assertion.challenge().orElseThrow(PledgeRefusal.PASSKEY_EXPIRED::with);
        var stamp = pending.find(challenge, requestKey).orElseThrow(PledgeRefusal.PASSKEY_EXPIRED::with);
        var passkey = proof.prove(challenge, assertion);
        var code = desk.sign(enrolmentId, stepId, requestKey, choice, shown, stamp);
        pledges.add(new PledgeAssertion(pledges.signature(code).orElseThrow(), passkey, assertion));
        pending.forget(requestKey);
        return code;
    }
}
