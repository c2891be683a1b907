package vn.camket.campaign;

/** Whom within the campaign's audience a step concerns. */
public enum StepAudience {
    ALL,
    LEADERS,
    POLICY_MAKERS;

    /** Whether a person with these flags is meant. */
    public boolean includes(boolean leader, boolean policyMaker) {
        return switch (this) {
            case ALL -> true;
            case LEADERS -> leader;
            case POLICY_MAKERS -> policyMaker;
        };
    }
}
