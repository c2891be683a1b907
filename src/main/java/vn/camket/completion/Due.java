package vn.camket.completion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.camket.platform.Vietnam;

/** A due day: the whole day counts, until midnight in Vietnam. */
public record Due(LocalDate on) {
    /** Whether something done at this instant came after the due day. */
    public boolean isMissedBy(Instant at) {
        return !at.isBefore(Vietnam.end(on));
    }

    /** Days left on a day: 0 on the due day itself, negative when overdue. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, on);
    }
}
