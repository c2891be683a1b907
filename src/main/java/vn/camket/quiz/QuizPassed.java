package vn.camket.quiz;

import java.time.Instant;

/** Fact: an attempt reached the pass mark. @param percent share of points reached, 0 to 100, rounded down */
public record QuizPassed(long enrolmentId, long stepId, long attemptId, int percent, Instant at) {}
