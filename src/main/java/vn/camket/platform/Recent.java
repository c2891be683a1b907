package vn.camket.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Answers that are dear to find and may be a little old. Those who ask for the same at once wait for one finding. */
public final class Recent<K, V> {
    private record Found<V>(V value, Instant at) {}

    private final ConcurrentHashMap<K, Found<V>> found = new ConcurrentHashMap<>();
    private final Duration age;
    private final int most;

    /**
     * @param age after which an answer is found anew
     * @param most answers kept, before all are let go
     */
    public Recent(Duration age, int most) {
        this.age = age;
        this.most = most;
    }

    public V get(K key, Clock clock, Supplier<V> finding) {
        if (found.size() >= most) {
            found.clear();
        }
        var now = clock.instant();
        return found.compute(
                        key,
                        (same, before) ->
                                before != null && before.at().plus(age).isAfter(now)
                                        ? before
                                        : new Found<>(finding.get(), now))
                .value();
    }
}
