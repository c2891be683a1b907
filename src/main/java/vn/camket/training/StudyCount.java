package vn.camket.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a study has come. @param done lessons done, {@code lessons} of all in its version */
public record StudyCount(
        long enrolmentId, long stepId, @Nullable Instant finishedAt, long lessons, Number minutes, long done) {}
