package vn.camket.report;

import vn.camket.campaign.Enrolment;

/** Where a person stands in a campaign, as the status column says it. */
public enum PersonStanding {
    NOT_STARTED,
    STARTED,
    REFUSED,
    DONE,
    EXEMPT,
    SUSPENDED,
    WITHDRAWN;

    static PersonStanding of(Enrolment.State state, boolean started, boolean refused, boolean done) {
        if (done) {
            return DONE;
        }
        return switch (state) {
            case EXEMPT -> EXEMPT;
            case SUSPENDED -> SUSPENDED;
            case WITHDRAWN -> WITHDRAWN;
            case ACTIVE -> refused ? REFUSED : started ? STARTED : NOT_STARTED;
        };
    }
}
