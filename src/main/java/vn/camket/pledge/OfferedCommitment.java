package vn.camket.pledge;

/** A commitment of the library that a person may choose. */
public record OfferedCommitment(long id, String code, String wording, CommitmentGroup group) {}
