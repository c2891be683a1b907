package vn.camket.report;

import org.jspecify.annotations.Nullable;

/** Whom a list shows. With a step chosen it speaks of that step, otherwise of the whole campaign. */
public enum PeopleState {
    NOT_DONE,
    OVERDUE,
    DONE,
    /** Among those not done: has declared not to sign the pledge. */
    REFUSED,
    ALL;

    /** @param asked text of the address as it came; anything unknown is the default */
    public static PeopleState of(@Nullable String asked) {
        return Asked.constant(PeopleState.class, asked, NOT_DONE);
    }

    /** Its word in an address. */
    public String word() {
        return Asked.word(this);
    }
}
