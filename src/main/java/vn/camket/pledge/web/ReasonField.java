package vn.camket.pledge.web;

import org.jspecify.annotations.Nullable;
import vn.camket.platform.Refusal;
import vn.camket.pledge.PledgeRefusal;

/** The field "reason" of the forms that ask for one. */
final class ReasonField {
    private ReasonField() {}

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
