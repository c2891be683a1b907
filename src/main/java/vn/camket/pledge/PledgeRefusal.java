package vn.camket.pledge;

import vn.camket.platform.RefusalReason;

/** Reasons not to sign, not to confirm, not to hand out. */
public enum PledgeRefusal implements RefusalReason {
    /** {0} earlier steps are not met yet. */
    STEPS_MISSING,
    /** The enrolment is not open: the campaign has closed (last day {0}), has not begun, or the person is exempt. */
    CAMPAIGN_CLOSED,
    /** Signed before; {0} is the code of its receipt. */
    ALREADY_SIGNED,
    /** The box beside the consent sentence is empty. */
    CONSENT_MISSING,
    /** The letters {0} stand in name, post or text, but no paper can print them. */
    LETTERS_UNPRINTABLE,
    /** No pledge was chosen for confirmation. */
    NOTHING_CHOSEN,
    /** The stored PDF is missing or no longer the one that was issued. */
    PDF_DAMAGED
}
