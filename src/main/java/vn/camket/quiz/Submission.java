package vn.camket.quiz;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Marks an attempt and ends it, in one transaction with the fact that follows. */
@ApplicationScoped
class Submission {
    @Inject
    Attempts attempts;

    @Inject
    Papers papers;

    @Inject
    Event<QuizPassed> facts;

    @Inject
    Clock clock;

    /**
     * Ends an attempt whose row the caller holds locked; does nothing to one that has ended.
     */
    @Transactional(TxType.MANDATORY)
    public void end(Attempt attempt, Instant now) {
        if (attempt.isSubmitted()) {
            return;
        }
        var slots = attempts.slots(attempt.id());
        var versions = papers
                .byIds(slots.stream()
                        .map(SlotState::questionVersionId)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(QuestionVersion::id, Function.identity()));
        var score = mark(
                slots, versions.values().stream().collect(Collectors.toMap(QuestionVersion::id, QuestionVersion::key)));
        attempt.submit(score, now);
        if (attempt.isPassed()) {
            facts.fire(new QuizPassed(
                    attempt.enrolmentId(),
                    attempt.stepId(),
                    attempt.id(),
                    score.percent(),
                    attempt.submittedAt().orElseThrow()));
        }
    }

    /** Ids of attempts to be submitted with what is saved, at most a few hundred. */
    @Transactional
    public List<Long> overdue(Instant now) {
        return attempts.unsubmitted(now.minus(Attempt.GRACE));
    }

    /** Submits an attempt with what is saved, because nothing more is taken for it. */
    @Transactional(TxType.REQUIRES_NEW)
    public void endUnsubmitted(long attemptId) {
        end(attempts.locked(attemptId), clock.instant());
    }

    /** Submits an attempt that nobody submitted before its deadline, whoever notices it first. */
    @Transactional(TxType.REQUIRES_NEW)
    public void endOverdue(long attemptId) {
        var attempt = attempts.locked(attemptId);
        if (attempt.isOverdue(clock.instant())) {
            end(attempt, clock.instant());
        }
    }

    /** One point where all the right options and no others are chosen, none otherwise. */
    static Score mark(List<SlotState> slots, Map<Long, Set<Integer>> keys) {
        var points = slots.stream()
                .filter(slot -> isRight(slot, keys.getOrDefault(slot.questionVersionId(), Set.of())))
                .count();
        return new Score((int) points, slots.size());
    }

    static boolean isRight(SlotState slot, Set<Integer> key) {
        return slot.isAnswered() && slot.chosen().equals(key);
    }
}
