package vn.camket.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void coloursBySharesAtTheirEdges() {
        assertThat(of(100, 49).heat()).isEqualTo(1);
        assertThat(of(100, 50).heat()).isEqualTo(2);
        assertThat(of(100, 70).heat()).isEqualTo(3);
        assertThat(of(100, 85).heat()).isEqualTo(4);
        assertThat(of(100, 95).heat()).isEqualTo(5);
    }

    @Test
    void hidesRatesOfFewerThanFivePeople() {
        assertThat(of(4, 4).isHidden()).isTrue();
        assertThat(of(4, 4).heat()).isZero();
        assertThat(of(5, 5).isHidden()).isFalse();
    }

    @Test
    void marksBarsOnlyBelowTheThresholdAndAtAll() {
        assertThat(of(100, 79).bar(80)).isEqualTo("low");
        assertThat(of(100, 80).bar(80)).isEmpty();
        assertThat(of(100, 100).bar(80)).isEqualTo("done");
        assertThat(Tally.NONE.bar(80)).isEmpty();
    }

    @Test
    void sortsTheLowestRateFirstAndTheEmptyLast() {
        var sorted = List.of(of(0, 0), of(10, 9), of(1000, 899), of(2, 0)).stream()
                .sorted(Tally::byRate)
                .toList();

        assertThat(sorted).containsExactly(of(2, 0), of(1000, 899), of(10, 9), of(0, 0));
    }

    @Test
    void addsUp() {
        assertThat(new Tally(10, 1, 8, 5, 2).plus(new Tally(20, 0, 9, 9, 1))).isEqualTo(new Tally(30, 1, 17, 14, 3));
    }

    private static Tally of(long required, long done) {
        return new Tally(required, 0, done, done, 0);
    }
}
