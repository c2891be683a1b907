package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import vn.camket.audit.Ledger;
import vn.camket.audit.LogProofs;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Enrolments;
import vn.camket.campaign.Step;
import vn.camket.platform.NotFound;
import vn.camket.platform.access.Authentication;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;

/** The transactions of refusing, apart from the proof of the person. */
@ApplicationScoped
@Transactional
class RefusalDesk {
    private static final int LONGEST_REASON = 1000;

    @Inject
    Pledges pledges;

    @Inject
    RefusedPledges refusals;

    @Inject
    SignatureDesk signing;

    @Inject
    Enrolments enrolments;

    @Inject
    Ledger ledger;

    @Inject
    LogProofs proofs;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** @return whether this very form has been recorded before, and nothing is left to do */
    boolean prepare(long enrolmentId, long stepId, String requestKey, String reason) {
        var enrolment = enrolments.own(enrolmentId);
        var step = signing.pledgeStep(enrolment, stepId);
        var recorded = isRecorded(enrolment, step, requestKey);
        if (!recorded) {
            signing.refuseUnlessSignable(enrolment, step);
            if (reason.isEmpty()) {
                throw PledgeRefusal.REASON_MISSING.with("reason");
            }
            PledgeDraft.check("reason", reason, LONGEST_REASON, true);
        }
        return recorded;
    }

    void refuse(long enrolmentId, long stepId, String requestKey, String words, Authentication proof) {
        pledges.lock(List.of(enrolmentId));
        if (prepare(enrolmentId, stepId, requestKey, words)) {
            return;
        }
        var enrolment = enrolments.own(enrolmentId);
        var step = signing.pledgeStep(enrolment, stepId);
        var text = signing.text(enrolment, step);
        var reason = RefusalRecord.Reason.of(words);
        var record = new RefusalRecord(
                signing.content(enrolment, step, text, List.of()),
                refusals.count(enrolmentId, stepId) + 1,
                proof,
                reason.sha256(),
                RecordTime.cut(clock.instant()),
                Nonce.next());
        var entry = ledger.write(RefusalRecord.KIND, record.fields());
        refusals.add(new RefusedPledge(
                enrolment, step, text, record, reason, SignatureDesk.stored(enrolment, step, requestKey), entry));
    }

    /** What proves a refusal in the ledger. @throws NotFound unless it is the caller's own or of an agency headed */
    byte[] evidence(long id) {
        var refusal = refusals.refusal(id).orElseThrow(NotFound::new);
        var own = caller.employeeId()
                .filter(employee -> employee == refusal.employee().id())
                .isPresent();
        if (!own
                && !caller.may(
                        Permission.CONFIRM_PLEDGES, refusal.enrolment().agency().path())) {
            throw new NotFound();
        }
        return proofs.file(refusal.entry());
    }

    /** @throws vn.camket.platform.Refusal ALREADY_SIGNED; ALREADY_REFUSED, by another form */
    private boolean isRecorded(Enrolment enrolment, Step step, String requestKey) {
        signing.standing(enrolment.id(), step.id()).ifPresent(found -> {
            throw PledgeRefusal.ALREADY_SIGNED.with(found.lookupCode().value());
        });
        var standing = refusals.standing(enrolment.id(), step.id());
        standing.filter(found -> !found.requestKey().equals(SignatureDesk.stored(enrolment, step, requestKey)))
                .ifPresent(found -> {
                    throw PledgeRefusal.ALREADY_REFUSED.with();
                });
        return standing.isPresent();
    }
}
