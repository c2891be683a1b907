package vn.camket.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Step;
import vn.camket.organization.Agency;

/**
 * How far one person is. Shows results, never answers.
 *
 * @param position title of the main post today; empty text when there is none
 * @param above agencies above the person's that the caller may see, the top first
 * @param steps those that concern the person
 * @param refused the declared refusal to sign that stands
 * @param today day against which lateness is told
 */
public record PersonReport(
        Enrolment enrolment,
        String position,
        List<Agency> above,
        List<StepLine> steps,
        Optional<Pledge> pledge,
        Optional<Refused> refused,
        Optional<Instant> lastActivity,
        LocalDate today) {

    /** @param scorePercent best score of the step's quiz, where it has one */
    public record StepLine(Step step, Optional<Instant> metAt, Optional<Long> scorePercent, long daysLate) {
        public boolean isMet() {
            return metAt.isPresent();
        }

        public boolean isLate() {
            return daysLate > 0;
        }
    }

    /** The signature of the pledge that stands and the head's confirmation of it. */
    public record Pledge(Instant signedAt, Optional<Instant> confirmedAt) {}

    /** A declared refusal. @param reason only for the heads of the person's agencies, and not once it was erased */
    public record Refused(Instant refusedAt, Optional<String> reason) {
        Refused withoutReason() {
            return new Refused(refusedAt, Optional.empty());
        }
    }

    public PersonStanding standing() {
        return PersonStanding.of(
                enrolment.state(),
                enrolment.startedAt().isPresent(),
                refused.isPresent(),
                enrolment.completedAt().isPresent());
    }

    public long metSteps() {
        return steps.stream().filter(StepLine::isMet).count();
    }
}
