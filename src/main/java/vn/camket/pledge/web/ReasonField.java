package vn.camket.pledge.web;

import org.jspecify.annotations.Nullable;
import vn.camket.identity.IdentityRefusal;
import vn.camket.platform.Refusal;
import vn.camket.platform.access.SecondProof;
import vn.camket.pledge.PledgeRefusal;

/** The field "reason" of the forms that ask for one. */
final class ReasonField {
    private ReasonField() {}

    /** Its id, or that of the proof's field the refusal is about. */
    static @Nullable String orProof(Refusal refusal) {
        return refusal.reason() instanceof IdentityRefusal ? SecondProof.field(refusal, "password") : of(refusal);
    }

    /** Its id if the refusal is about it. */
    static @Nullable String of(Refusal refusal) {
        return refusal.reason() instanceof PledgeRefusal reason
                        && switch (reason) {
                            case REASON_SHORT, REASON_LONG, REASON_INVISIBLE -> true;
                            default -> false;
                        }
                ? "reason"
                : null;
    }
}
