package vn.camket.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import vn.camket.campaign.Enrolment;

/**
 * The counters of a campaign by step and agency, changed in the transaction of the fact. Native SQL: additions and
 * upserts are done by the database, so that facts of different people never overwrite each other.
 *
 * <p>Order of locks: the person's enrolment, then the agency's row of the whole campaign, then its row of the step. The
 * row of the whole is touched by every fact, so two facts of one agency queue there and cannot lock crosswise.
 */
@ApplicationScoped
class Counters {
    /** The whole campaign, beside the ids of its steps. */
    static final long WHOLE = 0;

    /** What one fact adds. */
    record Addition(int started, int done, int late) {
        static final Addition NOTHING = new Addition(0, 0, 0);
        static final Addition BEGUN = new Addition(1, 0, 0);

        static Addition met(boolean late) {
            return new Addition(0, 1, late ? 1 : 0);
        }

        /** Takes away what {@link #met} added. */
        static Addition unmet(boolean late) {
            return new Addition(0, -1, late ? -1 : 0);
        }
    }

    @PersistenceContext
    EntityManager entities;

    /** Adds to the whole and to one step of the enrolment's agency, and keeps the day's copy of both rows. */
    void add(Enrolment enrolment, long stepId, Addition ofWhole, Addition ofStep, LocalDate day) {
        add(enrolment, WHOLE, ofWhole);
        add(enrolment, stepId, ofStep);
        keepDay(enrolment.campaign().id(), enrolment.cycle(), enrolment.agency().id(), stepId, day);
    }

    private void add(Enrolment enrolment, long stepId, Addition addition) {
        var changed = entities.createNativeQuery(
                        """
                        update completion_count set started = started + ?1, done = done + ?2, late = late + ?3
                        where campaign_id = ?4 and cycle = ?5 and step_id = ?6 and agency_id = ?7
                        """)
                .setParameter(1, addition.started())
                .setParameter(2, addition.done())
                .setParameter(3, addition.late())
                .setParameter(4, enrolment.campaign().id())
                .setParameter(5, enrolment.cycle())
                .setParameter(6, stepId)
                .setParameter(7, enrolment.agency().id())
                .executeUpdate();
        if (changed == 0) {
            insert(enrolment, stepId, addition);
        }
    }

    private void insert(Enrolment enrolment, long stepId, Addition addition) {
        entities.createNativeQuery(
                        """
                        insert into completion_count (campaign_id, cycle, step_id, agency_id, started, done, late)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                        on duplicate key update started = started + values(started), done = done + values(done),
                          late = late + values(late)
                        """)
                .setParameter(1, enrolment.campaign().id())
                .setParameter(2, enrolment.cycle())
                .setParameter(3, stepId)
                .setParameter(4, enrolment.agency().id())
                .setParameter(5, addition.started())
                .setParameter(6, addition.done())
                .setParameter(7, addition.late())
                .executeUpdate();
    }

    private void keepDay(long campaignId, int cycle, long agencyId, long stepId, LocalDate day) {
        entities.createNativeQuery(
                        """
                        insert into completion_day
                          (campaign_id, cycle, step_id, agency_id, on_day, required, started, done)
                        select campaign_id, cycle, step_id, agency_id, cast(?1 as date), required, started, done
                        from completion_count
                        where campaign_id = ?2 and cycle = ?3 and agency_id = ?4 and step_id in (0, ?5)
                        on duplicate key update required = values(required), started = values(started),
                          done = values(done)
                        """)
                .setParameter(1, day.toString())
                .setParameter(2, campaignId)
                .setParameter(3, cycle)
                .setParameter(4, agencyId)
                .setParameter(5, stepId)
                .executeUpdate();
    }
}
