package vn.camket.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What was sent out, and the claims by which several nodes do not send the same. */
@ApplicationScoped
@Transactional
class AnchorRows {
    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(20);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * Claims an attempt.
     *
     * @param again whether to send what arrived today once more, and what failed at once
     * @return id of the row; empty if it has arrived or was tried a moment ago
     * @throws jakarta.persistence.PersistenceException if another node was faster
     */
    Optional<Long> claim(LocalDate day, AnchorChannel channel, String target, long size, boolean again) {
        var now = clock.instant();
        var before = entities.createQuery(
                        "select a from Anchor a where a.day = :day and a.channel = :channel and a.target = :target",
                        Anchor.class)
                .setParameter("day", day)
                .setParameter("channel", channel)
                .setParameter("target", target)
                .getResultStream()
                .findFirst();
        if (before.isEmpty()) {
            var anchor = new Anchor(day, channel, target, size, now);
            entities.persist(anchor);
            entities.flush();
            return Optional.of(anchor.id());
        }
        var anchor = before.get();
        var rests = anchor.sentAt().isPresent()
                || anchor.triedAt().plus(BETWEEN_TRIES).isAfter(now);
        if (rests && !again) {
            return Optional.empty();
        }
        anchor.tryAgain(now);
        entities.flush();
        return Optional.of(anchor.id());
    }

    /** @param size of the head that has arrived */
    void arrived(long id, byte[] token, long size) {
        entities.find(Anchor.class, id).arrived(token, size, clock.instant());
    }

    void failed(long id, String why) {
        entities.find(Anchor.class, id).failed(why);
    }

    /** The latest first. */
    List<Anchor> page(int offset, int size) {
        return entities.createQuery("select a from Anchor a order by a.day desc, a.id desc", Anchor.class)
                .setFirstResult(offset)
                .setMaxResults(size)
                .getResultList();
    }

    Optional<Anchor> find(long id) {
        return Optional.ofNullable(entities.find(Anchor.class, id));
    }

    List<Anchor> ofDay(LocalDate day) {
        return entities.createQuery("select a from Anchor a where a.day = :day", Anchor.class)
                .setParameter("day", day)
                .getResultList();
    }

    boolean isThere(LocalDate day, AnchorChannel channel, String target) {
        return ofDay(day).stream().anyMatch(anchor -> anchor.isFor(channel, target));
    }

    /** Whether the log had a head before a moment. Native SQL: the log's tables have no entities. */
    boolean isHeadBefore(Instant moment) {
        return ((Number) entities.createNativeQuery("select count(*) from tree_head where signed_at < ?1")
                                .setParameter(1, LocalDateTime.ofInstant(moment, ZoneOffset.UTC))
                                .getSingleResult())
                        .longValue()
                > 0;
    }
}
