package vn.camket.completion;

/**
 * A counter that does not say what the facts say.
 *
 * @param stepTitle null for the whole campaign
 * @param field name of the counter
 * @param counted from the facts
 * @param stored as it was kept
 */
public record Difference(
        long stepId,
        @org.jspecify.annotations.Nullable String stepTitle,
        long agencyId,
        String agencyName,
        String field,
        long counted,
        long stored) {}
