package vn.camket.pledge;

import java.time.Instant;

/**
 * Fact: a signature that stood was ended, with its ledger entry, in one transaction. Another stands in its place only if
 * the kind is SUPERSEDED; the fact {@link PledgeSigned} of that one follows.
 */
public record PledgeEnded(long enrolmentId, long stepId, long signatureId, EndKind kind, Instant at) {}
