package vn.camket.pledge;

import java.time.Instant;

/** Fact: a pledge was signed and its ledger entry written, in one transaction. */
public record PledgeSigned(long enrolmentId, long stepId, long signatureId, Instant at) {}
