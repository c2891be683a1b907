package vn.camket.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Step;

/**
 * One person of a list.
 *
 * @param position title of the main post today; empty text when there is none
 * @param step the first step not met; empty when all are
 * @param dueOn earliest due day of a step not met, the due day of the enrolment when all are
 * @param daysLate days since then, 0 when not late, done, or nothing is owed since the person refused to sign
 * @param refused whether the person has declared not to sign the pledge
 * @param lastActivity latest trace in the campaign: a lesson read, an attempt, a step met
 */
public record PersonRow(
        long enrolmentId,
        String name,
        String position,
        long agencyId,
        String agencyName,
        Enrolment.State state,
        Optional<Step> step,
        LocalDate dueOn,
        long daysLate,
        boolean refused,
        Optional<Instant> startedAt,
        Optional<Instant> completedAt,
        Optional<Instant> lastActivity) {

    public boolean isDone() {
        return completedAt.isPresent();
    }

    public boolean isLate() {
        return daysLate > 0;
    }

    public boolean isActive() {
        return state == Enrolment.State.ACTIVE;
    }

    /** Where the person stands; lateness is told beside the due day, not here. */
    public PersonStanding standing() {
        return PersonStanding.of(state, startedAt.isPresent(), refused, isDone());
    }
}
