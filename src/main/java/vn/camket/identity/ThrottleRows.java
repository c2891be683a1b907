package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows behind {@link Throttle}, each act in a transaction of its own so that a refused sign-in still counts. Native
 * SQL, because the count must rise in the database: parallel attempts queue at the row's lock.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ThrottleRows {
    private static final Duration FORGOTTEN = Duration.ofHours(24);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    public Optional<Duration> remaining(String subject) {
        return row(subject).flatMap(row -> left(row[1]));
    }

    /** Fails on the unique key when two first attempts meet; the caller tries again and then finds the row. */
    public Optional<Duration> attempt(String subject, int free) {
        var now = utc(clock.instant());
        var counted = count(subject, now);
        var row = row(subject);
        if (counted == 0 && row.isPresent() && left(row.get()[1]).isEmpty()) {
            counted = count(subject, now); // another attempt made the row in between
            row = row(subject);
        }
        if (counted == 0 && row.isPresent()) {
            return Optional.of(left(row.get()[1]).orElse(Duration.ofSeconds(1)));
        }
        if (row.isEmpty()) {
            entities.createNativeQuery("insert into sign_in_throttle (subject, failures, last_at) values (?1, 1, ?2)")
                    .setParameter(1, subject)
                    .setParameter(2, now)
                    .executeUpdate();
        }
        var failures = row.map(found -> ((Number) found[0]).intValue()).orElse(1);
        entities.createNativeQuery("update sign_in_throttle set blocked_until = ?1 where subject = ?2")
                .setParameter(1, failures < free ? null : now.plus(Throttle.wait(failures - free)))
                .setParameter(2, subject)
                .executeUpdate();
        return Optional.empty();
    }

    private int count(String subject, LocalDateTime now) {
        return entities.createNativeQuery(
                        """
                        update sign_in_throttle
                        set failures = case when last_at < ?1 then 1 else failures + 1 end, last_at = ?2
                        where subject = ?3 and (blocked_until is null or blocked_until <= ?2)
                        """)
                .setParameter(1, utc(clock.instant().minus(FORGOTTEN)))
                .setParameter(2, now)
                .setParameter(3, subject)
                .executeUpdate();
    }

    public void forget(String subject) {
        entities.createNativeQuery("delete from sign_in_throttle where subject = ?1")
                .setParameter(1, subject)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private Optional<Object[]> row(String subject) {
        var rows = (List<Object[]>)
                entities.createNativeQuery("select failures, blocked_until from sign_in_throttle where subject = ?1")
                        .setParameter(1, subject)
                        .getResultList();
        return rows.stream().findFirst();
    }

    private Optional<Duration> left(@Nullable Object until) {
        if (until == null) {
            return Optional.empty();
        }
        var left = Duration.between(clock.instant(), instant(until));
        return left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(left);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(Object stored) {
        return stored instanceof LocalDateTime local
                ? local.toInstant(ZoneOffset.UTC)
                : ((java.sql.Timestamp) stored).toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
}
