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

/**
 * Slows guessing down: after five failures of one account, or fifty of one address, each further one doubles the wait
 * from 30 seconds to 15 minutes. Never for ever, so strangers cannot lock anybody out. Kept in the database: it survives
 * a restart and counts on all nodes.
 */
@ApplicationScoped
class Throttle {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(24);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /** How long the subject must still wait; empty when it may try. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Duration> remaining(String subject) {
        return row(subject)
                .map(row -> row[2] == null ? null : Duration.between(clock.instant(), instant(row[2])))
                .filter(left -> !left.isNegative() && !left.isZero());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void failed(String subject, int free) {
        var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var before = row(subject)
                .filter(row -> instant(row[1]).isAfter(clock.instant().minus(FORGOTTEN)));
        var failures = before.map(row -> ((Number) row[0]).intValue()).orElse(0) + 1;
        var until = failures < free ? null : now.plus(wait(failures - free));
        entities.createNativeQuery("delete from sign_in_throttle where subject = ?1")
                .setParameter(1, subject)
                .executeUpdate();
        entities.createNativeQuery(
                        "insert into sign_in_throttle (subject, failures, last_at, blocked_until) values (?1, ?2, ?3, ?4)")
                .setParameter(1, subject)
                .setParameter(2, failures)
                .setParameter(3, now)
                .setParameter(4, until)
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void succeeded(String subject) {
        entities.createNativeQuery("delete from sign_in_throttle where subject = ?1")
                .setParameter(1, subject)
                .executeUpdate();
    }

    static Duration wait(int beyond) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(beyond, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    @SuppressWarnings("unchecked")
    private Optional<Object[]> row(String subject) {
        var rows = (List<Object[]>) entities.createNativeQuery(
                        "select failures, last_at, blocked_until from sign_in_throttle where subject = ?1")
                .setParameter(1, subject)
                .getResultList();
        return rows.stream().findFirst();
    }

    private static Instant instant(Object stored) {
        return stored instanceof LocalDateTime local
                ? local.toInstant(ZoneOffset.UTC)
                : ((java.sql.Timestamp) stored).toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
}
