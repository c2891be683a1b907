package vn.camket.pledge;

import org.jspecify.annotations.Nullable;

/**
 * A pledge that stands and is to be signed again.
 *
 * @param code of the one that stands
 * @param number of the text it was signed with
 * @param agency for which it was signed
 * @param note what the publisher of the newer text wrote about the change; null without a newer text
 */
public record SignAgain(AgainReason reason, String code, int number, String agency, @Nullable String note) {}
