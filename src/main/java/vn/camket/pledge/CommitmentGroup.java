package vn.camket.pledge;

/** Why a commitment is offered to a person, the most particular first. */
public enum CommitmentGroup {
    POSITION,
    LEADERS,
    POLICY_MAKERS,
    EVERYBODY
}
