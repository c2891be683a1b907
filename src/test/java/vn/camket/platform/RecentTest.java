package vn.camket.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentTest {
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");

    private final AtomicInteger findings = new AtomicInteger();
    private final Recent<String, Integer> recent = new Recent<>(Duration.ofMinutes(5), 2);

    @Test
    void findsOnceUntilTheAnswerIsOld() {
        assertThat(ask("a", 0)).isEqualTo(1);
        assertThat(ask("a", 299)).isEqualTo(1);
        assertThat(ask("a", 300)).isEqualTo(2);
    }

    @Test
    void keepsQuestionsApartAndOnlyAFew() {
        assertThat(ask("a", 0)).isEqualTo(1);
        assertThat(ask("b", 0)).isEqualTo(2);
        assertThat(ask("c", 0)).isEqualTo(3);
        assertThat(ask("a", 0)).isEqualTo(4);
    }

    private int ask(String key, long seconds) {
        return recent.get(key, Clock.fixed(START.plusSeconds(seconds), ZoneOffset.UTC), findings::incrementAndGet);
    }
}
