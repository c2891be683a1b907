package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.camket.identity.SigningIn;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/** Signing one's own pledge (ký bản cam kết). */
@ApplicationScoped
public class PledgeSigning {
    /** By enrolment: doubles of a form then find the receipt instead of proving a password each. */
    private final Turns turns = new Turns();

    @Inject
    SignatureDesk desk;

    @Inject
    SigningIn signingIn;

    /** The pledge as it would be signed now, without personal commitments. */
    @Requires(Permission.TAKE_PART)
    public PledgeToSign open(long enrolmentId, long stepId) {
        return open(enrolmentId, stepId, CommitmentChoice.NONE);
    }

    /**
     * The pledge of a step of the caller's own enrolment, as it would be signed now.
     *
     * @param choice personal commitments to show in it; what cannot be in it is left out
     * @throws vn.camket.platform.NotFound if the enrolment is someone else's or the step is no pledge that concerns it
     */
    @Requires(Permission.TAKE_PART)
    public PledgeToSign open(long enrolmentId, long stepId, CommitmentChoice choice) {
        return desk.open(enrolmentId, stepId, choice);
    }

    /**
     * Signs. Ledger entry, signature and the fact {@link PledgeSigned} come to be together or not at all. The same form
     * sent twice, even at once, gives the same receipt.
     *
     * @param requestKey made by the server for the form that was sent
     * @param choice personal commitments
     * @param shown mark of the choice that the paper showed, see {@link CommitmentChoice#mark}
     * @param consent whether the box beside the consent sentence was ticked
     * @param password the signer's own, typed again
     * @return code of the receipt
     * @throws vn.camket.platform.NotFound if the enrolment is someone else's or the step is no pledge that concerns it
     * @throws vn.camket.platform.Refusal ALREADY_SIGNED, by another form; CAMPAIGN_CLOSED; STEPS_MISSING;
     *     CONSENT_MISSING; LETTERS_UNPRINTABLE; COMMITMENTS_NOT_SHOWN and those of {@link CommitmentOffer#commitments};
     *     the reasons of {@link SigningIn#proveAgain}
     */
    @Requires(Permission.TAKE_PART)
    public LookupCode sign(
            long enrolmentId,
            long stepId,
            String requestKey,
            CommitmentChoice choice,
            String shown,
            boolean consent,
            String password) {
        return turns.in(enrolmentId, () -> {
            var before = desk.prepare(enrolmentId, stepId, requestKey, choice, shown);
            if (before.isPresent()) {
                return before.get();
            }
            if (!consent) {
                throw PledgeRefusal.CONSENT_MISSING.with();
            }
            return desk.sign(enrolmentId, stepId, requestKey, choice, signingIn.proveAgain(password));
        });
    }
}
