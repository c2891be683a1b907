package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import vn.camket.identity.Assertion;
import vn.camket.identity.PasskeyProof;
import vn.camket.identity.SigningIn;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/** Signing one's own pledge. */
@ApplicationScoped
public class PledgeSigning {
    /** By enrolment: doubles of a form then find the receipt instead of proving a password each. */
    private final Turns turns = new Turns();

    @Inject
    SignatureDesk desk;

    @Inject
    PasskeyDesk passkeyDesk;

    @Inject
    PasskeyProof passkeyProof;

    @Inject
    SigningIn signingIn;

    @Inject
    Clock clock;

    /** The pledge as it would be signed now, with the personal commitments of the person's last one as a start. */
    @Requires(Permission.TAKE_PART)
    public PledgeToSign open(long enrolmentId, long stepId) {
        return desk.open(enrolmentId, stepId);
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
     * @param shown what the page showed
     * @param consent whether the box beside the consent sentence was ticked
     * @param password the signer's own, typed again
     * @return code of the receipt
     * @throws vn.camket.platform.NotFound if the enrolment is someone else's or the step is no pledge that concerns it
     * @throws vn.camket.platform.Refusal ALREADY_SIGNED, by another form; CAMPAIGN_CLOSED; STEPS_MISSING;
     *     CONSENT_MISSING; LETTERS_UNPRINTABLE; CONTENT_CHANGED, COMMITMENTS_NOT_SHOWN and those of {@link CommitmentOffer#commitments};
     *     the reasons of {@link SigningIn#proveAgain}
     */
    @Requires(Permission.TAKE_PART)
    public LookupCode sign(
            long enrolmentId,
            long stepId,
            String requestKey,
            CommitmentChoice choice,
            ShownPaper shown,
            boolean consent,
            String password) {
        return turns.in(enrolmentId, () -> signedBefore(enrolmentId, stepId, requestKey, choice, shown, consent)
                .orElseGet(() -> {
                    var proof = signingIn.proveAgain(password);
                    return desk.sign(enrolmentId, stepId, requestKey, choice, shown, Stamp.of(proof, clock));
                }));
    }

    /** The caller's credentials, base64url, and the name for which they are good. */
    @Requires(Permission.TAKE_PART)
    public PasskeyChoice passkeys() {
        return new PasskeyChoice(passkeyProof.relyingParty(), passkeyProof.credentials());
    }

    /**
     * Lays the record before the caller's passkey. It waits for five minutes.
     *
     * @param requestKey of the form that will come back with the assertion
     * @return the challenge: leaf hash of the very record that {@link #signByPasskey} writes
     * @throws vn.camket.platform.NotFound as {@link #sign}
     * @throws vn.camket.platform.Refusal as {@link #sign}, but for the proof; ALREADY_SIGNED also by this form
     */
    @Requires(Permission.TAKE_PART)
    public byte[] prepare(
            long enrolmentId,
            long stepId,
            String requestKey,
            CommitmentChoice choice,
            ShownPaper shown,
            boolean consent) {
        signedBefore(enrolmentId, stepId, requestKey, choice, shown, consent).ifPresent(code -> {
            throw PledgeRefusal.ALREADY_SIGNED.with(code.value());
        });
        return passkeyDesk.prepare(enrolmentId, stepId, requestKey, choice);
    }

    /**
     * Signs by a passkey that has signed the prepared record; otherwise as {@link #sign}.
     *
     * @throws vn.camket.platform.NotFound as {@link #sign}
     * @throws vn.camket.platform.Refusal as {@link #sign}; PASSKEY_EXPIRED after five minutes; CONTENT_CHANGED if the record
     *     would be another one now; the reasons of {@link PasskeyProof#prove}
     */
    @Requires(Permission.TAKE_PART)
    public LookupCode signByPasskey(
            long enrolmentId,
            long stepId,
            String requestKey,
            CommitmentChoice choice,
            ShownPaper shown,
            boolean consent,
            Assertion assertion) {
        return turns.in(enrolmentId, () -> signedBefore(enrolmentId, stepId, requestKey, choice, shown, consent)
                .orElseGet(() -> passkeyDesk.sign(enrolmentId, stepId, requestKey, choice, shown, assertion)));
    }

    /** The receipt of a form sent before; empty if it may be signed now. */
    private Optional<LookupCode> signedBefore(
            long enrolmentId,
            long stepId,
            String requestKey,
            CommitmentChoice choice,
            ShownPaper shown,
            boolean consent) {
        var before = desk.prepare(enrolmentId, stepId, requestKey, choice, shown);
        if (before.isEmpty() && !consent) {
            throw PledgeRefusal.CONSENT_MISSING.with();
        }
        return before;
    }
}
