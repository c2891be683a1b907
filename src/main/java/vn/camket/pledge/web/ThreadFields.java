package vn.camket.pledge.web;

import org.jspecify.annotations.Nullable;
import vn.camket.platform.Refusal;
import vn.camket.pledge.PledgeRefusal;

/** The fields of the forms about a thread. */
final class ThreadFields {
    private ThreadFields() {}

    /** Id of the field the refusal is about; null for the whole form. */
    static @Nullable String of(Refusal refusal) {
        return refusal.reason() instanceof PledgeRefusal reason
                        && switch (reason) {
                            case TEXT_MISSING,
                                    TEXT_TOO_LONG,
                                    TEXT_INVISIBLE,
                                    ENTRY_DAY_MISSING,
                                    ENTRY_DAY_OUTSIDE,
                                    GRADE_MISSING,
                                    GRADE_REASON_MISSING -> true;
                            default -> false;
                        }
                ? String.valueOf(refusal.details().get(0))
                : ReasonField.orProof(refusal);
    }
}
