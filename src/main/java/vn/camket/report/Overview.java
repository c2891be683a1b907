package vn.camket.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.camket.campaign.Campaign;
import vn.camket.organization.Agency;

/**
 * How far an agency and all below it are in a campaign.
 *
 * @param places the tops of the caller's scope, the widest first
 * @param above agencies above this one that the caller may see, the top first
 * @param campaigns opened campaigns that concern the agency, the latest first; empty when there is none
 * @param campaign the one shown
 * @param at the instant of these numbers
 * @param refused people not done who have declared not to sign the pledge; none of them is overdue for it
 * @param rows sub-agencies and the agency's own people, in order of names; they add up to {@code whole}
 * @param level the agency next above with its numbers, where the caller may see it
 */
public record Overview(
        Agency agency,
        List<Agency> places,
        List<Agency> above,
        List<Campaign> campaigns,
        Optional<Campaign> campaign,
        Instant at,
        Tally whole,
        long overdue,
        long refused,
        List<StepTally> steps,
        List<AgencyRow> rows,
        Optional<Trend> trend,
        Optional<Level> level) {

    /** An agency to compare with. */
    public record Level(Agency agency, Tally whole) {}

    /** Whether there is anything below the agency to compare. */
    public boolean isDivided() {
        return rows.stream().anyMatch(row -> !row.own());
    }
}
