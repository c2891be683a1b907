package vn.camket.campaign;

/** Whether a PLEDGE step asks for personal commitments beside the text that all sign. */
public enum CommitmentRule {
    NONE,
    OPTIONAL,
    REQUIRED
}
