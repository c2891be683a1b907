package vn.camket.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.camket.campaign.Studies;

/** Tells the rooms beside this one whether the lessons of a step are done. */
@ApplicationScoped
class FinishedStudies implements Studies {
    @Inject
    Trainings trainings;

    @Override
    public boolean isFinished(long enrolmentId, long stepId) {
        return trainings.isFinished(enrolmentId, stepId);
    }
}
