package vn.camket.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.Campaign;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Examinations;
import vn.camket.campaign.Step;
import vn.camket.campaign.StepBegun;
import vn.camket.campaign.StepKind;
import vn.camket.campaign.Studies;
import vn.camket.completion.Counters.Addition;
import vn.camket.platform.Vietnam;
import vn.camket.pledge.EndKind;
import vn.camket.pledge.PledgeEnded;
import vn.camket.pledge.PledgeSigned;
import vn.camket.quiz.QuizPassed;
import vn.camket.training.StudyFinished;

/**
 * Counts what people do, in the transaction of the fact itself: either both are kept or neither. A fact that comes twice,
 * or after the campaign closed, changes nothing.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Completing {
    @Inject
    Results results;

    @Inject
    Counters counters;

    @Inject
    Studies studies;

    @Inject
    Examinations examinations;

    @Inject
    Clock clock;

    void begun(@Observes StepBegun fact) {
        var enrolment = results.locked(fact.enrolmentId()).orElse(null);
        var now = clock.instant();
        if (enrolment == null || !enrolment.isOpen(now)) {
            return;
        }
        if (concerned(enrolment, fact.stepId()) != null) {
            begin(enrolment, fact.stepId(), now);
        }
    }

    void studied(@Observes StudyFinished fact) {
        var enrolment = results.locked(fact.enrolmentId()).orElse(null);
        var step = enrolment == null ? null : concerned(enrolment, fact.stepId());
        if (enrolment == null || step == null) {
            return;
        }
        switch (examinations.standing(enrolment.id(), step.id(), step.subjectId())) {
            case NONE -> meet(enrolment, step, StepResult.Cause.STUDY, null, fact.at());
            case PASSED ->
                meet(
                        enrolment,
                        step,
                        StepResult.Cause.STUDY,
                        results.bestScore(enrolment.id(), step.id()).orElse(null),
                        fact.at());
            case NOT_STARTED, IN_PROGRESS, NOT_PASSED -> begin(enrolment, step.id(), fact.at());
        }
    }

    void passed(@Observes QuizPassed fact) {
        var enrolment = results.locked(fact.enrolmentId()).orElse(null);
        var step = enrolment == null ? null : concerned(enrolment, fact.stepId());
        if (enrolment == null || step == null) {
            return;
        }
        if (studies.isFinished(enrolment.id(), step.id())) {
            meet(enrolment, step, StepResult.Cause.QUIZ, fact.percent(), fact.at());
        } else {
            begin(enrolment, step.id(), fact.at());
        }
    }

    void signed(@Observes PledgeSigned fact) {
        var enrolment = results.locked(fact.enrolmentId()).orElse(null);
        var step = enrolment == null ? null : concerned(enrolment, fact.stepId());
        if (enrolment != null && step != null && step.kind() == StepKind.PLEDGE) {
            meet(enrolment, step, StepResult.Cause.PLEDGE, null, fact.at());
        }
    }

    /**
     * A pledge that ended without another in its place does not meet its step any more: the step is open again and the
     * completion is taken back, both from the agency that answers for the person now, where the counters have them. A
     * campaign that was closed keeps its figures as they stood at its closing, whatever becomes of its pledges.
     */
    void ended(@Observes PledgeEnded fact) {
        var enrolment = results.locked(fact.enrolmentId()).orElse(null);
        if (enrolment == null
                || fact.kind() == EndKind.SUPERSEDED
                || enrolment.campaign().state() != Campaign.State.OPEN) {
            return;
        }
        results.of(enrolment.id(), fact.stepId()).ifPresent(result -> takeBack(enrolment, result, fact.at()));
    }

    private void takeBack(Enrolment enrolment, StepResult result, Instant at) {
        var step = concerned(enrolment, result.stepId());
        var completedAt = enrolment.completedAt();
        results.remove(result);
        enrolment.resume();
        if (step == null || enrolment.state() == Enrolment.State.WITHDRAWN) {
            return;
        }
        counters.add(
                enrolment,
                step.id(),
                completedAt
                        .map(done -> Addition.unmet(new Due(enrolment.dueOn()).isMissedBy(done)))
                        .orElse(Addition.NOTHING),
                Addition.unmet(new Due(step.dueOn()).isMissedBy(result.metAt())),
                Vietnam.day(at));
    }

    private @Nullable Step concerned(Enrolment enrolment, long stepId) {
        return results.stepsOf(enrolment).stream()
                .filter(step -> step.id() == stepId)
                .findFirst()
                .orElse(null);
    }

    private void begin(Enrolment enrolment, long stepId, Instant at) {
        if (enrolment.isOpen(at) && !results.isBegun(enrolment.id(), stepId)) {
            counters.add(enrolment, stepId, start(enrolment, at), record(enrolment, stepId, at), Vietnam.day(at));
        }
    }

    private void meet(
            Enrolment enrolment, Step step, StepResult.Cause cause, @Nullable Integer scorePercent, Instant at) {
        var met = results.metSteps(enrolment.id());
        if (!enrolment.isOpen(at) || met.contains(step.id())) {
            return;
        }
        begin(enrolment, step.id(), at);
        results.add(new StepResult(
                enrolment.id(), step.id(), at, cause, enrolment.agency().id(), scorePercent));
        met.add(step.id());
        counters.add(
                enrolment,
                step.id(),
                completion(enrolment, results.stepsOf(enrolment), met, at),
                Addition.met(new Due(step.dueOn()).isMissedBy(at)),
                Vietnam.day(at));
    }

    private Addition start(Enrolment enrolment, Instant at) {
        if (enrolment.startedAt().isPresent()) {
            return Addition.NOTHING;
        }
        enrolment.start(at);
        return Addition.BEGUN;
    }

    private Addition record(Enrolment enrolment, long stepId, Instant at) {
        results.add(new StepBeginning(enrolment.id(), stepId, at));
        return Addition.BEGUN;
    }

    private Addition completion(Enrolment enrolment, List<Step> steps, Set<Long> met, Instant at) {
        var all = steps.stream().allMatch(step -> met.contains(step.id()));
        if (!all || enrolment.completedAt().isPresent()) {
            return Addition.NOTHING;
        }
        enrolment.complete(at);
        return Addition.met(new Due(enrolment.dueOn()).isMissedBy(at));
    }
}
