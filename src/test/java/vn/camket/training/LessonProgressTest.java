package vn.camket.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LessonProgressTest {
    private static final Instant NOW = Instant.parse("2026-09-01T01:00:00Z");

    @Test
    void ignoresAStaleSequence() {
        var progress = new LessonProgress(1, 2, NOW);
        progress.save(20, 300, 60, NOW);

        var taken = progress.save(19, 100, 70, NOW.plusSeconds(5));

        assertThat(taken).isFalse();
        assertThat(progress.position()).isEqualTo(300);
        assertThat(progress.savedAt()).isEqualTo(NOW);
    }

    @Test
    void ignoresTheSameSequenceSentTwice() {
        var progress = new LessonProgress(1, 2, NOW);
        progress.save(20, 300, 60, NOW);

        assertThat(progress.save(20, 300, 60, NOW)).isFalse();
    }

    @Test
    void followsANewerSequenceBackwardsToo() {
        var progress = new LessonProgress(1, 2, NOW);
        progress.save(20, 300, 60, NOW);

        progress.save(21, 100, 65, NOW.plusSeconds(5));

        assertThat(progress.position()).isEqualTo(100);
        assertThat(progress.seconds()).isEqualTo(65);
    }

    @Test
    void neverCountsTimeDown() {
        var progress = new LessonProgress(1, 2, NOW);
        progress.save(20, 300, 60, NOW);

        progress.save(21, 310, 5, NOW);

        assertThat(progress.seconds()).isEqualTo(60);
    }

    @Test
    void keepsTheFirstInstantOfDone() {
        var progress = new LessonProgress(1, 2, NOW);
        progress.done(NOW);

        progress.done(NOW.plusSeconds(60));

        assertThat(progress.doneAt()).contains(NOW);
    }
}
