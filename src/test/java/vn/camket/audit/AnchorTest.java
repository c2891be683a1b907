package vn.camket.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnchorTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    @Test
    void keepsSizeAndTokenOfWhatArrivedWhileALaterTryFails() {
        var anchor = new Anchor(DAY, AnchorChannel.TIMESTAMP, "http://tsa", 10, NOW);
        anchor.arrived(new byte[] {1, 2}, 10, NOW);

        anchor.tryAgain(NOW.plusSeconds(60));
        anchor.failed("HTTP 503");

        assertThat(anchor.size()).isEqualTo(10);
        assertThat(anchor.token()).hasValue(new byte[] {1, 2});
        assertThat(anchor.sentAt()).hasValue(NOW);
        anchor.tryAgain(NOW.plusSeconds(120));
        anchor.arrived(new byte[] {3}, 25, NOW.plusSeconds(121));
        assertThat(anchor.size()).isEqualTo(25);
        assertThat(anchor.token()).hasValue(new byte[] {3});
        assertThat(anchor.failure()).isEmpty();
    }

    @Test
    void aPlaceWithoutARowHasNoHead() {
        var targets = Map.of(AnchorChannel.FOLDER, List.of("/a", "/b", "/new"), AnchorChannel.MAIL, List.of("/a"));
        var arrived = new Anchor(DAY, AnchorChannel.FOLDER, "/a", 10, NOW);
        arrived.arrived(new byte[0], 10, NOW);
        var failed = new Anchor(DAY, AnchorChannel.FOLDER, "/b", 10, NOW);
        failed.failed("no space");
        var gone = new Anchor(DAY, AnchorChannel.WITNESS, "http://former", 10, NOW);

        assertThat(Anchoring.missing(targets, List.of(arrived, failed, gone))).isEqualTo(3);
        assertThat(Anchoring.missing(Map.of(AnchorChannel.FOLDER, List.of("/a")), List.of(arrived)))
                .isZero();
    }

    @Test
    void refusesAPlaceThatNoRowCanName() {
        assertThat(AnchorSettings.places("camket.anchor.folder", " /a, ,/b,")).containsExactly("/a", "/b");
        assertThat(AnchorSettings.places("camket.anchor.folder", "x".repeat(255)))
                .hasSize(1);
        assertThatThrownBy(() -> AnchorSettings.places("camket.anchor.folder", "/a," + "x".repeat(256)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("CAMKET_ANCHOR_FOLDER", "256", "255");
    }
}
