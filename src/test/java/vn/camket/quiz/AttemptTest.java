package vn.camket.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptTest {
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");
    private static final Instant CAMPAIGN_END = Instant.parse("2026-12-31T17:00:00Z");
    private static final Instant DEADLINE = START.plusSeconds(1200);

    private static Attempt attempt(Integer minutes) {
        var paper = new Paper(1, 1, new PaperRules(80, minutes, null, 0), START, 1);
        return new Attempt(1, 1, paper, 1, 7, 10, START, CAMPAIGN_END);
    }

    @Test
    void endsAfterItsTimeLimitEvenWhereTheCampaignEndsEarlier() {
        assertThat(attempt(20).deadlineAt()).contains(DEADLINE);
    }

    @Test
    void endsWithTheCampaignWithoutATimeLimit() {
        assertThat(attempt(null).deadlineAt()).contains(CAMPAIGN_END);
    }

    @Test
    void acceptsAnswersUntilTenSecondsAfterTheDeadline() {
        var attempt = attempt(20);

        assertThat(attempt.accepts(DEADLINE)).isTrue();
        assertThat(attempt.accepts(DEADLINE.plusSeconds(10))).isTrue();
        assertThat(attempt.accepts(DEADLINE.plusSeconds(10).plusNanos(1000))).isFalse();
        assertThat(attempt.isOverdue(DEADLINE.plusSeconds(10))).isFalse();
        assertThat(attempt.isOverdue(DEADLINE.plusSeconds(11))).isTrue();
    }

    @Test
    void isSubmittedByThePersonBeforeTheDeadline() {
        var attempt = attempt(20);

        attempt.submit(new Score(8, 10), START.plusSeconds(60));

        assertThat(attempt.submittedAt()).contains(START.plusSeconds(60));
        assertThat(attempt.submittedBy()).contains(Attempt.SubmittedBy.PERSON);
        assertThat(attempt.isPassed()).isTrue();
        assertThat(attempt.accepts(START.plusSeconds(61))).isFalse();
        assertThat(attempt.isOverdue(DEADLINE.plusSeconds(60))).isFalse();
    }

    @Test
    void isSubmittedAtItsDeadlineWhoeverNoticesLater() {
        var attempt = attempt(20);

        attempt.submit(new Score(7, 10), DEADLINE.plusSeconds(3600));

        assertThat(attempt.submittedAt()).contains(DEADLINE);
        assertThat(attempt.submittedBy()).contains(Attempt.SubmittedBy.DEADLINE);
        assertThat(attempt.isPassed()).isFalse();
    }

    @Test
    void isSubmittedOnce() {
        var attempt = attempt(20);
        attempt.submit(new Score(1, 10), START.plusSeconds(1));

        assertThatThrownBy(() -> attempt.submit(new Score(10, 10), START.plusSeconds(2)))
                .isInstanceOf(IllegalStateException.class);
    }
}
