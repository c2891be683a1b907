package vn.camket.pledge;

import vn.camket.platform.VietnameseText;

/** Why a pledge is returned, to be withdrawn, or not: the person's own words, kept for ever. */
final class Reason {
    static final int SHORTEST = 10;
    static final int LONGEST = 500;

    private Reason() {}

    /** @throws vn.camket.platform.Refusal REASON_SHORT, REASON_LONG, REASON_INVISIBLE */
    static String of(String typed) {
        var reason = VietnameseText.clean(typed);
        if (reason.length() < SHORTEST) {
            throw PledgeRefusal.REASON_SHORT.with(SHORTEST, LONGEST);
        }
        if (reason.length() > LONGEST) {
            throw PledgeRefusal.REASON_LONG.with(reason.length(), LONGEST);
        }
        if (PledgeDraft.isInvisible(reason)) {
            throw PledgeRefusal.REASON_INVISIBLE.with();
        }
        return reason;
    }
}
