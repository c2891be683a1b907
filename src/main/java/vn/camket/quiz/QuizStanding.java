package vn.camket.quiz;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.camket.campaign.Examinations;

/** What the attempts of a step say about it. */
@ApplicationScoped
public class QuizStanding implements Examinations {
    @Inject
    Attempts attempts;

    @Inject
    Papers papers;

    @Override
    public Standing standing(long enrolmentId, long stepId, long moduleId) {
        var made = attempts.of(enrolmentId, stepId);
        if (made.stream().anyMatch(Attempt::isPassed)) {
            return Standing.PASSED;
        }
        if (made.stream().anyMatch(attempt -> !attempt.isSubmitted())) {
            return Standing.IN_PROGRESS;
        }
        if (!made.isEmpty()) {
            return Standing.NOT_PASSED;
        }
        return papers.current(moduleId).isPresent() ? Standing.NOT_STARTED : Standing.NONE;
    }
}
