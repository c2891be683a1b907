package vn.camket.pledge;

import org.jspecify.annotations.Nullable;

/**
 * Which people of a head to show.
 *
 * @param name part of a name, with or without accents; empty for all
 * @param state null for all
 */
public record ThreadFilter(long campaignId, String name, @Nullable ThreadState state) {}
