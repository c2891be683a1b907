package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.camket.identity.SigningIn;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * Declaring that one does not sign. A pledge that cannot be refused proves nothing: the refusal is
 * an outcome of its own, neither done nor overdue, and signing later takes it back.
 */
@ApplicationScoped
public class PledgeRefusing {
    private final Turns turns = new Turns();

    @Inject
    RefusalDesk desk;

    @Inject
    SigningIn signingIn;

    /**
     * Records the refusal. The same form sent twice, even at once, records it once.
     *
     * @param requestKey made by the server for the form that was sent
     * @param reason in the person's own words, at most 1000 characters; read by the heads of the person's agencies only
     * @param password the person's own, typed again
     * @throws vn.camket.platform.NotFound if the enrolment is someone else's or the step is no pledge that concerns it
     * @throws vn.camket.platform.Refusal ALREADY_SIGNED; ALREADY_REFUSED, by another form; CAMPAIGN_CLOSED;
     *     STEPS_MISSING; REASON_MISSING, TEXT_TOO_LONG, TEXT_INVISIBLE: the first detail is the field; the reasons of
     *     {@link SigningIn#proveAgain}
     */
    @Requires(Permission.TAKE_PART)
    public void refuse(long enrolmentId, long stepId, String requestKey, String reason, String password) {
        var words = VietnameseText.clean(reason);
        turns.in(enrolmentId, () -> {
            if (!desk.prepare(enrolmentId, stepId, requestKey, words)) {
                desk.refuse(enrolmentId, stepId, requestKey, words, signingIn.proveAgain(password));
            }
            return words;
        });
    }

    /**
     * The refusal as a file that proves itself; the reason is not in it.
     *
     * @throws vn.camket.platform.NotFound unless it is the caller's own or of an agency the caller heads
     */
    @Requires(Permission.TAKE_PART)
    public byte[] evidence(long refusalId) {
        return desk.evidence(refusalId);
    }
}
