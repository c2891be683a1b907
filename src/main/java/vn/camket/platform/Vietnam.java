package vn.camket.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days of the law and of every due date: Asia/Ho_Chi_Minh. Instants stay UTC. */
public final class Vietnam {
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private Vietnam() {}

    /** The Vietnam day on which an instant falls. */
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** Today in Vietnam by the given clock. */
    public static LocalDate today(Clock clock) {
        return day(clock.instant());
    }

    /** The first instant of a Vietnam day. */
    public static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The first instant after a Vietnam day: a closing day is inclusive up to here. */
    public static Instant end(LocalDate day) {
        return start(day.plusDays(1));
    }
}
