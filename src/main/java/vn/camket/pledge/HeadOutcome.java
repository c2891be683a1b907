package vn.camket.pledge;

/**
 * What came of a head's decision on several pledges.
 *
 * @param done pledges it was taken on now
 * @param skipped those that were not waiting for it any more
 */
public record HeadOutcome(int done, int skipped) {}
