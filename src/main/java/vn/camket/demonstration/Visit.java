package vn.camket.demonstration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person did on one step in one half of a day.
 *
 * @param lessons how many of a module's lessons are done
 * @param studiedAt when the last of them was
 * @param metAt when the step was met; null if it is not
 */
record Visit(
        Round.Planned step,
        Instant begunAt,
        int lessons,
        @Nullable Instant studiedAt,
        List<Sitting> sittings,
        @Nullable Instant metAt) {
    /** One attempt at the quiz. */
    record Sitting(Instant startedAt, Instant submittedAt, int score) {
        static final int PASS = 8;

        boolean isPassed() {
            return score >= PASS;
        }
    }

    /** Score of the last attempt; empty without a quiz. */
    Optional<Integer> score() {
        return sittings.isEmpty()
                ? Optional.empty()
                : Optional.of(sittings.get(sittings.size() - 1).score());
    }
}
