package vn.camket.pledge;

import org.jspecify.annotations.Nullable;

/**
 * Which of the waiting pledges to show.
 *
 * @param name part of a name, with or without accents; empty for all
 * @param agencyId of the signer; null for all
 * @param code of one pledge; null for all
 */
public record WaitingFilter(String name, @Nullable Long agencyId, @Nullable LookupCode code) {}
