package vn.camket.pledge;

/**
 * What came of confirming.
 *
 * @param confirmed pledges confirmed now
 * @param skipped those that were not waiting any more
 */
public record ConfirmOutcome(int confirmed, int skipped) {}
