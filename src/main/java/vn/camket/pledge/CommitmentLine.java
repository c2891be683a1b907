package vn.camket.pledge;

/** A commitment in the list of the library. @param signed how many signed pledges hold it */
public record CommitmentLine(CommitmentSource source, long signed) {}
