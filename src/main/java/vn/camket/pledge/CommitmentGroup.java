package vn.camket.pledge;

/** Why a commitment is offered to a person, the most particular first. */
public enum CommitmentGroup {
    /** Promised in the pledge before, and not fully kept as the head saw it. */
    UNMET,
    POSITION,
    LEADERS,
    POLICY_MAKERS,
    EVERYBODY
}
