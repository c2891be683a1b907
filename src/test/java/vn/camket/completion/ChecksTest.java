package vn.camket.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final Recount.Key KEY = new Recount.Key(0, 7);

    @Test
    void namesEachCounterThatDiffers() {
        var found =
                Checks.differences(Map.of(KEY, new Figures(10, 0, 5, 3, 1)), Map.of(KEY, new Figures(10, 0, 4, 3, 0)));

        assertThat(found).containsExactly(new Checks.Found(KEY, "started", 5, 4), new Checks.Found(KEY, "late", 1, 0));
    }

    @Test
    void aMissingRowCountsAsZeros() {
        assertThat(Checks.differences(Map.of(), Map.of(KEY, new Figures(2, 0, 0, 0, 0))))
                .containsExactly(new Checks.Found(KEY, "required", 0, 2));
    }

    @Test
    void onlyWhatBothReadingsSawIsADifference() {
        var lasting = new Checks.Found(KEY, "done", 3, 2);
        var passing = new Checks.Found(KEY, "started", 3, 2);

        assertThat(Checks.both(List.of(lasting, passing), List.of(lasting))).containsExactly(lasting);
    }
}
