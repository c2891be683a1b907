package vn.camket.training;

import java.time.Instant;

/** Fact: all lessons of a step's module are done. Fired in the transaction of the last lesson. */
public record StudyFinished(long enrolmentId, long stepId, Instant at) {}
