package vn.camket.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubmissionTest {
    private static SlotState slot(int number, String response) {
        return new SlotState(number, number, new OptionOrder(List.of(1, 2, 3)), false, response, 1, null);
    }

    @Test
    void givesAPointForTheRightOption() {
        assertThat(Submission.isRight(slot(1, "2"), Set.of(2))).isTrue();
        assertThat(Submission.isRight(slot(1, "1"), Set.of(2))).isFalse();
    }

    @Test
    void givesAPointForSeveralOnlyWhenAllAndNoOthersAreChosen() {
        var key = Set.of(1, 3);

        assertThat(Submission.isRight(slot(1, "1,3"), key)).isTrue();
        assertThat(Submission.isRight(slot(1, "1"), key)).isFalse();
        assertThat(Submission.isRight(slot(1, "1,2,3"), key)).isFalse();
    }

    @Test
    void givesNoPointForAnEmptyAnswerWhateverTheKey() {
        assertThat(Submission.isRight(slot(1, ""), Set.of(1))).isFalse();
        assertThat(Submission.isRight(slot(1, ""), Set.of())).isFalse();
    }

    @Test
    void countsTheRightSlotsOfAll() {
        var slots = List.of(slot(1, "1"), slot(2, "1,3"), slot(3, ""), slot(4, "2"));

        var score = Submission.mark(slots, Map.of(1L, Set.of(1), 2L, Set.of(1, 3), 3L, Set.of(1), 4L, Set.of(1)));

        assertThat(score).isEqualTo(new Score(2, 4));
    }
}
