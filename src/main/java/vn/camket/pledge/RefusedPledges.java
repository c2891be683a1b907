package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Every query for declared refusals. */
@ApplicationScoped
class RefusedPledges {
    @PersistenceContext
    EntityManager entities;

    /** The refusal that stands: the newest, unless the person signed after it. */
    Optional<RefusedPledge> standing(long enrolmentId, long stepId) {
        return entities.createQuery(
                        """
                        select r from RefusedPledge r join fetch r.entry
                        where r.enrolment.id = :enrolment and r.step.id = :step
                          and not exists (select s.id from Signature s where s.enrolment = r.enrolment
                            and s.step = r.step and s.entry.id > r.entry.id)
                        order by r.sequence desc
                        """,
                        RefusedPledge.class)
                .setParameter("enrolment", enrolmentId)
                .setParameter("step", stepId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** How often the person has refused this pledge, taken back or not. */
    int count(long enrolmentId, long stepId) {
        return entities.createQuery(
                        "select count(r) from RefusedPledge r where r.enrolment.id = :enrolment and r.step.id = :step",
                        Long.class)
                .setParameter("enrolment", enrolmentId)
                .setParameter("step", stepId)
                .getSingleResult()
                .intValue();
    }

    Optional<RefusedPledge> refusal(long id) {
        return Optional.ofNullable(entities.find(RefusedPledge.class, id));
    }

    void add(RefusedPledge refusal) {
        entities.persist(refusal);
        entities.flush();
    }
}
