package vn.camket.organization;

import org.jspecify.annotations.Nullable;

/**
 * Which people to list.
 *
 * @param text words of a name, marks ignored, or the beginning of a code when it holds a digit; empty for all
 * @param agencyId top of the subtree; null for the caller's whole scope
 * @param left people who have left instead of those at work
 */
public record PeopleQuestion(String text, @Nullable Long agencyId, @Nullable PersonClass personClass, boolean left) {}
