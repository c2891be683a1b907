package vn.camket.platform.web;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/** So many questions a minute from one network address, on this node. */
public final class RateLimit {
    private static final int MOST_ADDRESSES = 10_000;

    private record Minute(Instant since, int questions) {}

    private final ConcurrentHashMap<String, Minute> minutes = new ConcurrentHashMap<>();
    private final int aMinute;

    public RateLimit(int aMinute) {
        this.aMinute = aMinute;
    }

    /** Counts one question. @return seconds to wait before it would be answered; 0 if it is answered now */
    public long count(String address, Instant now) {
        if (minutes.size() > MOST_ADDRESSES) {
            minutes.values().removeIf(minute -> isOver(minute, now));
        }
        var minute = minutes.merge(
                address,
                new Minute(now, 1),
                (before, first) -> isOver(before, now) ? first : new Minute(before.since, before.questions + 1));
        return minute.questions <= aMinute
                ? 0
                : 60 - Duration.between(minute.since, now).toSeconds();
    }

    private static boolean isOver(Minute minute, Instant now) {
        return Duration.between(minute.since, now).toSeconds() >= 60;
    }
}
