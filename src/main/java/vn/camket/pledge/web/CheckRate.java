package vn.camket.pledge.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/** At most thirty checks a minute from one network address, on this node: codes cannot be tried out. */
@ApplicationScoped
public class CheckRate {
    private static final int A_MINUTE = 30;
    private static final int MOST_ADDRESSES = 10_000;

    private record Minute(Instant since, int checks) {}

    private final ConcurrentHashMap<String, Minute> minutes = new ConcurrentHashMap<>();

    @Inject
    Clock clock;

    /** Counts one check. @return seconds to wait before it would be answered; 0 if it is answered now */
    public long count(String address) {
        var now = clock.instant();
        if (minutes.size() > MOST_ADDRESSES) {
            minutes.values().removeIf(minute -> isOver(minute, now));
        }
        var minute = minutes.merge(
                address,
                new Minute(now, 1),
                (before, first) -> isOver(before, now) ? first : new Minute(before.since, before.checks + 1));
        return minute.checks <= A_MINUTE
                ? 0
                : 60 - Duration.between(minute.since, now).toSeconds();
    }

    private static boolean isOver(Minute minute, Instant now) {
        return Duration.between(minute.since, now).toSeconds() >= 60;
    }
}
