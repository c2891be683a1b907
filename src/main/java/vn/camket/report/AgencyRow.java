package vn.camket.report;

import java.util.Map;

/**
 * One line of the table of sub-agencies: a child with all below it, or the people who stand directly in the agency
 * itself, so that the lines add up to the total.
 *
 * @param own whether it is the agency itself
 * @param steps numbers by step id
 * @param overdue people with a step past its due day
 */
public record AgencyRow(
        long id, String name, String nameFolded, boolean own, Tally whole, Map<Long, Tally> steps, long overdue) {

    public AgencyRow {
        steps = Map.copyOf(steps);
    }

    public Tally step(long stepId) {
        return steps.getOrDefault(stepId, Tally.NONE);
    }
}
