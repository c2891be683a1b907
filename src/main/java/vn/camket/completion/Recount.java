package vn.camket.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The counters of a campaign computed from the facts, set by set: the one definition of what each counter means. */
@ApplicationScoped
class Recount {
    /**
     * Minutes a campaign of 2,200,000 people may take; the default limit is made for pages.
     */
    private static final int TIME_LIMIT_MILLIS = 1_800_000;

    /** One row of counters. @param stepId {@link Counters#WHOLE} or a step */
    record Key(long stepId, long agencyId) {}

    private static final String FROM_FACTS =
            """
            select x.step_id, x.agency_id, sum(x.required) as required, sum(x.exempt) as exempt,
                   sum(x.started) as started, sum(x.done) as done, sum(x.late) as late
            from (
              select 0 as step_id, e.agency_id,
                     case when e.state in ('ACTIVE', 'SUSPENDED') then 1 else 0 end as required,
                     case when e.state = 'EXEMPT' then 1 else 0 end as exempt,
                     case when e.started_at is not null then 1 else 0 end as started,
                     case when e.completed_at is not null then 1 else 0 end as done,
                     case when e.completed_at >= timestampadd(hour, 17, e.due_on) then 1 else 0 end as late
              from enrolment e
              where e.campaign_id = ?1 and e.cycle = 1 and e.state <> 'WITHDRAWN' %1$s
              union all
              select s.id as step_id, e.agency_id,
                     case when e.state in ('ACTIVE', 'SUSPENDED') then 1 else 0 end as required,
                     case when e.state = 'EXEMPT' then 1 else 0 end as exempt,
                     case when b.id is not null then 1 else 0 end as started,
                     case when r.id is not null then 1 else 0 end as done,
                     case when r.met_at >= timestampadd(hour, 17, s.due_on) then 1 else 0 end as late
              from enrolment e
              join step s on s.campaign_id = e.campaign_id
                and (s.audience = 'ALL' or (s.audience = 'LEADERS' and e.leader = true)
                  or (s.audience = 'POLICY_MAKERS' and e.policy_maker = true))
              left join step_begun b on b.enrolment_id = e.id and b.step_id = s.id
              left join step_result r on r.enrolment_id = e.id and r.step_id = s.id
              where e.campaign_id = ?1 and e.cycle = 1 and e.state <> 'WITHDRAWN' %1$s
            ) x
            group by x.step_id, x.agency_id
            """;

    private static final String COPY =
            """
            insert into completion_day (campaign_id, cycle, step_id, agency_id, on_day, required, started, done)
            select campaign_id, cycle, step_id, agency_id, cast(?2 as date), required, started, done
            from completion_count where campaign_id = ?1 and cycle = 1 %s
            on duplicate key update required = values(required), started = values(started), done = values(done)
            """;

    @PersistenceContext
    EntityManager entities;

    /** Counters as the facts say. A due day ends at midnight in Vietnam, 17:00 UTC. */
    Map<Key, Figures> fromFacts(long campaignId) {
        return read(FROM_FACTS.formatted(""), campaignId);
    }

    /** Counters as they are kept. */
    Map<Key, Figures> stored(long campaignId) {
        return read(
                """
                select step_id, agency_id, required, exempt, started, done, late from completion_count
                where campaign_id = ?1 and cycle = 1
                """,
                campaignId);
    }

    private Map<Key, Figures> read(String sql, long campaignId) {
        var read = new HashMap<Key, Figures>();
        List<?> rows = entities.createNativeQuery(sql)
                .setParameter(1, campaignId)
                .setHint("jakarta.persistence.query.timeout", TIME_LIMIT_MILLIS)
                .getResultList();
        for (var row : rows) {
            var columns = (Object[]) row;
            read.put(new Key(number(columns, 0), number(columns, 1)), Figures.of(columns, 2));
        }
        return read;
    }

    private static long number(Object[] columns, int index) {
        return ((Number) columns[index]).longValue();
    }

    /** Writes all counters of a campaign anew; for its opening, when there is nobody to count meanwhile. */
    void writeAll(long campaignId) {
        execute("delete from completion_count where campaign_id = ?1 and cycle = 1", campaignId);
        execute(insert(""), campaignId);
    }

    /**
     * Writes the counters of one agency anew. Its row of the whole is locked first: facts on their way wait there and add
     * to the new numbers.
     */
    void writeAgency(long campaignId, long agencyId) {
        entities.createNativeQuery(
                        """
                        select step_id from completion_count
                        where campaign_id = ?1 and cycle = 1 and agency_id = ?2 and step_id = 0 for update
                        """)
                .setParameter(1, campaignId)
                .setParameter(2, agencyId)
                .getResultList();
        entities.createNativeQuery(
                        "delete from completion_count where campaign_id = ?1 and cycle = 1 and agency_id = ?2")
                .setParameter(1, campaignId)
                .setParameter(2, agencyId)
                .executeUpdate();
        entities.createNativeQuery(insert("and e.agency_id = ?2"))
                .setParameter(1, campaignId)
                .setParameter(2, agencyId)
                .executeUpdate();
    }

    /** Corrects the late among the done of a whole campaign; its agencies' facts wait meanwhile. */
    void writeLateness(long campaignId) {
        entities.createNativeQuery(
                        """
                        select agency_id from completion_count
                        where campaign_id = ?1 and cycle = 1 and step_id = 0 order by agency_id for update
                        """)
                .setParameter(1, campaignId)
                .getResultList();
        var stored = stored(campaignId);
        fromFacts(campaignId).forEach((key, figures) -> {
            var before = stored.get(key);
            if (before != null && before.late() != figures.late()) {
                entities.createNativeQuery(
                                """
                                update completion_count set late = ?1
                                where campaign_id = ?2 and cycle = 1 and step_id = ?3 and agency_id = ?4
                                """)
                        .setParameter(1, figures.late())
                        .setParameter(2, campaignId)
                        .setParameter(3, key.stepId())
                        .setParameter(4, key.agencyId())
                        .executeUpdate();
            }
        });
    }

    private static String insert(String restriction) {
        return """
               insert into completion_count
                 (campaign_id, cycle, step_id, agency_id, required, exempt, started, done, late)
               select ?1, 1, c.step_id, c.agency_id, c.required, c.exempt, c.started, c.done, c.late from (%s) c
               """
                .formatted(FROM_FACTS.formatted(restriction));
    }

    /** Keeps the counters of a whole campaign, as they stand, as the copy of a day. */
    void keepDay(long campaignId, LocalDate day) {
        entities.createNativeQuery(COPY.formatted(""))
                .setParameter(1, campaignId)
                .setParameter(2, day.toString())
                .setHint("jakarta.persistence.query.timeout", TIME_LIMIT_MILLIS)
                .executeUpdate();
    }

    /** The same for one agency. */
    void keepDay(long campaignId, long agencyId, LocalDate day) {
        entities.createNativeQuery(COPY.formatted("and agency_id = ?3"))
                .setParameter(1, campaignId)
                .setParameter(2, day.toString())
                .setParameter(3, agencyId)
                .executeUpdate();
    }

    private void execute(String sql, long campaignId) {
        entities.createNativeQuery(sql)
                .setParameter(1, campaignId)
                .setHint("jakarta.persistence.query.timeout", TIME_LIMIT_MILLIS)
                .executeUpdate();
    }
}
