package vn.camket.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.camket.platform.NotFound;

class OptionOrderTest {
    private static final List<Integer> FOUR = List.of(1, 2, 3, 4);

    @Test
    void followsFromSeedAndSlotAlone() {
        var first = OptionOrder.shuffled(42, 3, QuestionKind.SINGLE, FOUR);
        var again = OptionOrder.shuffled(42, 3, QuestionKind.SINGLE, FOUR);

        assertThat(again).isEqualTo(first);
        assertThat(first.positions()).containsExactlyInAnyOrderElementsOf(FOUR);
    }

    @Test
    void differsFromSlotToSlotAndFromSeedToSeed() {
        assertThat(IntStream.rangeClosed(1, 20)
                        .mapToObj(slot -> OptionOrder.shuffled(42, slot, QuestionKind.SINGLE, FOUR))
                        .distinct()
                        .count())
                .isGreaterThan(5);
        assertThat(IntStream.rangeClosed(1, 20)
                        .mapToObj(seed -> OptionOrder.shuffled(seed, 1, QuestionKind.SINGLE, FOUR))
                        .distinct()
                        .count())
                .isGreaterThan(5);
    }

    @Test
    void leavesTrueAndFalseInTheirOrder() {
        for (var seed = 0; seed < 50; seed++) {
            assertThat(OptionOrder.shuffled(seed, 1, QuestionKind.TRUE_FALSE, List.of(1, 2))
                            .positions())
                    .containsExactly(1, 2);
        }
    }

    @Test
    void survivesBeingStored() {
        var order = new OptionOrder(List.of(3, 1, 4, 2));

        assertThat(order.stored()).isEqualTo("3,1,4,2");
        assertThat(OptionOrder.parse(order.stored())).isEqualTo(order);
    }

    @Test
    void turnsWhatWasShownIntoTheAuthorsPositions() {
        var order = new OptionOrder(List.of(3, 1, 4, 2));

        assertThat(order.response(List.of(1))).isEqualTo("3");
        assertThat(order.response(List.of(4, 1))).isEqualTo("2,3");
        assertThat(order.response(List.of())).isEmpty();
        assertThat(OptionOrder.chosen("2,3")).containsExactly(2, 3);
        assertThat(OptionOrder.chosen("")).isEmpty();
    }

    @Test
    void knowsNoOptionBeyondTheLast() {
        var order = new OptionOrder(FOUR);

        assertThatThrownBy(() -> order.response(List.of(5))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> order.response(List.of(0))).isInstanceOf(NotFound.class);
    }
}
