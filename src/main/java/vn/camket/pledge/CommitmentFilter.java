package vn.camket.pledge;

/**
 * Which commitments of the library a list shows.
 *
 * @param search words of the wording or of the positions, with or without tones; may be empty
 * @param inactive whether those set aside are shown instead of those in use
 */
public record CommitmentFilter(String search, boolean inactive) {}
