package vn.camket.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Openings in the table of long work. Native SQL: the table belongs to no room, and a job is taken by one update. */
@ApplicationScoped
class OpeningJobs {
    private static final String KIND = "OPEN_CAMPAIGN";

    /** After this silence the node that had a job is taken for dead. */
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private static final String COLUMNS =
            "select id, argument, state, done, total from job where kind = 'OPEN_CAMPAIGN' ";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /** Puts an opening into the queue. */
    void add(long campaignId, long accountId, long total) {
        entities.createNativeQuery(
                        """
                        insert into job (kind, argument, state, done, total, created_at)
                        values (?1, ?2, 'WAITING', 0, ?3, ?4)
                        """)
                .setParameter(1, KIND)
                .setParameter(2, campaignId + " " + accountId)
                .setParameter(3, total)
                .setParameter(4, utc(clock.instant()))
                .executeUpdate();
    }

    Optional<OpeningJob> latest(long campaignId) {
        return jobs("and argument like ?1 order by id desc limit 1", campaignId + " %").stream()
                .findFirst();
    }

    boolean isOpening(long campaignId) {
        return latest(campaignId).filter(OpeningJob::isRunning).isPresent();
    }

    Optional<OpeningJob> byId(long id) {
        return jobs("and id = ?1", id).stream().findFirst();
    }

    /** Jobs that nobody works on. */
    List<OpeningJob> left() {
        return jobs(
                "and (state = 'WAITING' or (state = 'RUNNING' and heartbeat_at < ?1)) order by id",
                utc(clock.instant().minus(SILENCE)));
    }

    /** Takes a job for this node. @return false when another node works on it, or it is done */
    boolean take(long id) {
        return entities.createNativeQuery(
                                """
                                update job set state = 'RUNNING', heartbeat_at = ?1
                                where id = ?2 and (state = 'WAITING' or (state = 'RUNNING' and heartbeat_at < ?3))
                                """)
                        .setParameter(1, utc(clock.instant()))
                        .setParameter(2, id)
                        .setParameter(3, utc(clock.instant().minus(SILENCE)))
                        .executeUpdate()
                == 1;
    }

    void advance(long id, long done) {
        entities.createNativeQuery("update job set done = ?1, heartbeat_at = ?2 where id = ?3")
                .setParameter(1, done)
                .setParameter(2, utc(clock.instant()))
                .setParameter(3, id)
                .executeUpdate();
    }

    void finish(long id) {
        entities.createNativeQuery("update job set state = 'DONE', done = total, finished_at = ?1 where id = ?2")
                .setParameter(1, utc(clock.instant()))
                .setParameter(2, id)
                .executeUpdate();
    }

    private List<OpeningJob> jobs(String which, Object parameter) {
        List<?> rows = entities.createNativeQuery(COLUMNS + which)
                .setParameter(1, parameter)
                .getResultList();
        return rows.stream().map(row -> job((Object[]) row)).toList();
    }

    private static OpeningJob job(Object[] columns) {
        var argument = String.valueOf(columns[1]).split(" ");
        return new OpeningJob(
                ((Number) columns[0]).longValue(),
                Long.parseLong(argument[0]),
                Long.parseLong(argument[1]),
                OpeningJob.State.valueOf(String.valueOf(columns[2])),
                ((Number) columns[3]).longValue(),
                ((Number) columns[4]).longValue());
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
