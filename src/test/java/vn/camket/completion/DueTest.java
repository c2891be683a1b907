package vn.camket.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DueTest {
    private final Due due = new Due(LocalDate.of(2026, 9, 20));

    @Test
    void theWholeDueDayCountsInVietnam() {
        assertThat(due.isMissedBy(Instant.parse("2026-09-20T16:59:59.999999Z"))).isFalse();
    }

    @Test
    void midnightInVietnamIsLate() {
        assertThat(due.isMissedBy(Instant.parse("2026-09-20T17:00:00Z"))).isTrue();
    }

    @Test
    void countsDaysToAndFromTheDueDay() {
        assertThat(due.daysLeft(LocalDate.of(2026, 9, 20))).isZero();
        assertThat(due.daysLeft(LocalDate.of(2026, 9, 15))).isEqualTo(5);
        assertThat(due.daysLeft(LocalDate.of(2026, 9, 22))).isEqualTo(-2);
    }
}
