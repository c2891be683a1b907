package vn.camket.completion;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.camket.campaign.Achievements;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Step;

/** Steps begun and met, and the enrolments they belong to. */
@ApplicationScoped
class Results implements Achievements {
    @PersistenceContext
    EntityManager entities;

    /** The enrolment, its row locked until the transaction ends: facts of one person come one after the other. */
    Optional<Enrolment> locked(long enrolmentId) {
        var enrolment = Optional.ofNullable(entities.find(Enrolment.class, enrolmentId));
        enrolment.ifPresent(found -> entities.refresh(found, LockModeType.PESSIMISTIC_WRITE));
        return enrolment;
    }

    /** The steps asked of an enrolment, in order. */
    List<Step> stepsOf(Enrolment enrolment) {
        return entities.createQuery("select s from Step s where s.campaign = :campaign order by s.position", Step.class)
                .setParameter("campaign", enrolment.campaign())
                .getResultStream()
                .filter(step -> step.concerns(enrolment))
                .toList();
    }

    @Override
    public Set<Long> metSteps(long enrolmentId) {
        return new HashSet<>(
                entities.createQuery("select r.stepId from StepResult r where r.enrolmentId = :enrolment", Long.class)
                        .setParameter("enrolment", enrolmentId)
                        .getResultList());
    }

    @Override
    public Map<Long, Instant> metAt(long enrolmentId) {
        return of(List.of(enrolmentId)).stream().collect(toMap(StepResult::stepId, StepResult::metAt));
    }

    List<StepResult> of(Collection<Long> enrolmentIds) {
        return enrolmentIds.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select r from StepResult r where r.enrolmentId in :enrolments", StepResult.class)
                        .setParameter("enrolments", enrolmentIds)
                        .getResultList();
    }

    boolean isBegun(long enrolmentId, long stepId) {
        return !entities.createQuery(
                        "select b.begunAt from StepBeginning b where b.enrolmentId = :enrolment and b.stepId = :step",
                        Instant.class)
                .setParameter("enrolment", enrolmentId)
                .setParameter("step", stepId)
                .getResultList()
                .isEmpty();
    }

    void add(StepBeginning beginning) {
        entities.persist(beginning);
    }

    Optional<StepResult> of(long enrolmentId, long stepId) {
        return of(List.of(enrolmentId)).stream()
                .filter(result -> result.stepId() == stepId)
                .findFirst();
    }

    void remove(StepResult result) {
        entities.remove(result);
    }

    void add(StepResult result) {
        entities.persist(result);
    }

    /** Best score of the passed attempts at a step; empty when there is none. Native: attempts are another room's entity. */
    Optional<Integer> bestScore(long enrolmentId, long stepId) {
        var best = entities.createNativeQuery(
                        """
                        select max(floor(score * 100 / max_score)) from attempt
                        where enrolment_id = ?1 and step_id = ?2 and passed = true and max_score > 0
                        """)
                .setParameter(1, enrolmentId)
                .setParameter(2, stepId)
                .getSingleResult();
        return best instanceof Number number ? Optional.of(number.intValue()) : Optional.empty();
    }
}
