package vn.camket.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TaskTest {
    @Test
    void theFirstStepThatIsNotMetIsAtHandAndTheRestAreLocked() {
        assertThat(Task.states(List.of(true, false, false), true))
                .containsExactly(Task.State.DONE, Task.State.NOW, Task.State.LOCKED);
    }

    @Test
    void aStepMetOutOfOrderStaysDone() {
        assertThat(Task.states(List.of(false, true, false), true))
                .containsExactly(Task.State.NOW, Task.State.DONE, Task.State.LOCKED);
    }

    @Test
    void nothingIsAtHandWhileTheCampaignDoesNotRun() {
        assertThat(Task.states(List.of(true, false), false)).containsExactly(Task.State.DONE, Task.State.LOCKED);
    }

    @Test
    void theFirstLessonThatIsNotDoneComesNext() {
        var lessons = Lessons.NONE.with(11, 1, 5, true).with(12, 2, 6, false).with(13, 3, 7, false);

        assertThat(lessons.next()).isEqualTo(12);
        assertThat(lessons.nextPosition()).isEqualTo(2);
        assertThat(lessons.done()).isEqualTo(1);
        assertThat(lessons.minutes()).isEqualTo(18);
        assertThat(lessons.isFinished()).isFalse();
    }

    @Test
    void lessonsAreFinishedWhenAllAreDone() {
        assertThat(Lessons.NONE.with(11, 1, 5, true).isFinished()).isTrue();
        assertThat(Lessons.untouched(5, 30).isFinished()).isFalse();
    }
}
