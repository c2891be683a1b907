package vn.camket.quiz;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.NotFound;
import vn.camket.platform.access.Caller;

/** Every query for attempts and answers. Slots and answers are read and written as rows: they are many and have no life of their own. */
@ApplicationScoped
class Attempts {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Caller caller;

    /** @throws NotFound if there is none with this id or it is someone else's */
    Attempt own(long id) {
        return entities.createQuery(
                        """
                        select a from Attempt a join fetch a.paper where a.id = :id and a.enrolmentId in (
                          select e.id from Enrolment e where e.employee.id = :employee)
                        """,
                        Attempt.class)
                .setParameter("id", id)
                .setParameter("employee", caller.employeeId().orElseThrow(NotFound::new))
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The same, its row locked until the transaction ends: saving and submitting wait for each other. */
    Attempt ownLocked(long id) {
        return entities.createQuery(
                        """
                        select a from Attempt a where a.id = :id and a.enrolmentId in (
                          select e.id from Enrolment e where e.employee.id = :employee)
                        """,
                        Attempt.class)
                .setParameter("id", id)
                .setParameter("employee", caller.employeeId().orElseThrow(NotFound::new))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Last day of the campaign an attempt belongs to, if that campaign was closed; empty while it counts. */
    Optional<LocalDate> closed(Attempt attempt) {
        return entities.createQuery(
                        """
                        select c.closesOn from Enrolment e join e.campaign c where e.id = :id and c.closedAt is not null
                        """,
                        LocalDate.class)
                .setParameter("id", attempt.enrolmentId())
                .getResultStream()
                .findFirst();
    }

    Attempt locked(long id) {
        return entities.createQuery("select a from Attempt a where a.id = :id", Attempt.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
    }

    /** Reads again what another transaction changed. */
    void refresh(Attempt attempt) {
        entities.refresh(attempt);
    }

    /** Serialises what one person begins: a double click waits here and then finds the open attempt. */
    void lockEnrolment(long enrolmentId) {
        entities.createNativeQuery("select id from enrolment where id = ?1 for update")
                .setParameter(1, enrolmentId)
                .getSingleResult();
    }

    /** Attempts of one step, the first on top. */
    List<Attempt> of(long enrolmentId, long stepId) {
        return entities.createQuery(
                        """
                        select a from Attempt a join fetch a.paper
                        where a.enrolmentId = :enrolment and a.stepId = :step order by a.number
                        """,
                        Attempt.class)
                .setParameter("enrolment", enrolmentId)
                .setParameter("step", stepId)
                .getResultList();
    }

    /** The caller's attempt that is still open, the latest first. */
    Optional<Long> ownOpen() {
        return entities.createQuery(
                        """
                        select a.id from Attempt a where a.submittedAt is null and a.enrolmentId in (
                          select e.id from Enrolment e where e.employee.id = :employee) order by a.id desc
                        """,
                        Long.class)
                .setParameter("employee", caller.employeeId().orElseThrow(NotFound::new))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Ids of attempts whose deadline passed before an instant and that nobody submitted. */
    List<Long> unsubmitted(Instant deadlineBefore) {
        return entities.createQuery(
                        """
                        select a.id from Attempt a
                        where a.submittedAt is null and a.deadlineAt < :before order by a.deadlineAt
                        """,
                        Long.class)
                .setParameter("before", deadlineBefore)
                .setMaxResults(200)
                .getResultList();
    }

    void add(Attempt attempt) {
        entities.persist(attempt);
        entities.flush();
    }

    void addSlot(Attempt attempt, int slot, long questionVersionId, OptionOrder order) {
        entities.createNativeQuery(
                        "insert into attempt_slot (attempt_id, slot, question_version_id, option_order) values (?1, ?2, ?3, ?4)")
                .setParameter(1, attempt.id())
                .setParameter(2, slot)
                .setParameter(3, questionVersionId)
                .setParameter(4, order.stored())
                .executeUpdate();
    }

    /** Slots in order, each with the answer of the highest sequence. */
    @SuppressWarnings("unchecked")
    List<SlotState> slots(long attemptId) {
        var rows = (List<Object[]>) entities.createNativeQuery(
                        """
                        select s.slot, s.question_version_id, s.option_order, s.flagged, a.response, a.sequence, a.saved_at
                        from attempt_slot s left join attempt_answer a
                          on a.attempt_id = s.attempt_id and a.slot = s.slot and a.sequence = (
                            select max(b.sequence) from attempt_answer b
                            where b.attempt_id = s.attempt_id and b.slot = s.slot)
                        where s.attempt_id = ?1 order by s.slot
                        """)
                .setParameter(1, attemptId)
                .getResultList();
        return rows.stream()
                .map(row -> new SlotState(
                        ((Number) row[0]).intValue(),
                        ((Number) row[1]).longValue(),
                        OptionOrder.parse((String) row[2]),
                        Boolean.TRUE.equals(row[3]) || (row[3] instanceof Number set && set.intValue() != 0),
                        row[4] == null ? "" : (String) row[4],
                        row[5] == null ? 0 : ((Number) row[5]).longValue(),
                        instant(row[6])))
                .toList();
    }

    void answer(long attemptId, int slot, long sequence, String response, Instant savedAt) {
        entities.createNativeQuery(
                        "insert into attempt_answer (attempt_id, slot, sequence, response, saved_at) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, attemptId)
                .setParameter(2, slot)
                .setParameter(3, sequence)
                .setParameter(4, response)
                .setParameter(5, LocalDateTime.ofInstant(savedAt, ZoneOffset.UTC))
                .executeUpdate();
    }

    void flag(long attemptId, int slot, boolean flagged) {
        entities.createNativeQuery("update attempt_slot set flagged = ?3 where attempt_id = ?1 and slot = ?2")
                .setParameter(1, attemptId)
                .setParameter(2, slot)
                .setParameter(3, flagged)
                .executeUpdate();
    }

    long countOwn() {
        return entities.createQuery(
                        """
                        select count(a) from Attempt a where a.enrolmentId in (
                          select e.id from Enrolment e where e.employee.id = :employee)
                        """,
                        Long.class)
                .setParameter("employee", caller.employeeId().orElseThrow(NotFound::new))
                .getSingleResult();
    }

    /** The caller's attempts in all campaigns, the latest first. */
    List<ResultRow> ownPage(int offset, int rows) {
        return entities.createQuery(
                        """
                        select new vn.camket.quiz.ResultRow(a, s, c)
                        from Attempt a, Step s join s.campaign c where s.id = a.stepId and a.enrolmentId in (
                          select e.id from Enrolment e where e.employee.id = :employee)
                        order by a.startedAt desc, a.id desc
                        """,
                        ResultRow.class)
                .setParameter("employee", caller.employeeId().orElseThrow(NotFound::new))
                .setFirstResult(offset)
                .setMaxResults(rows)
                .getResultList();
    }

    private static @Nullable Instant instant(@Nullable Object stored) {
        if (stored == null) {
            return null;
        }
        var local = stored instanceof Timestamp timestamp ? timestamp.toLocalDateTime() : (LocalDateTime) stored;
        return local.toInstant(ZoneOffset.UTC);
    }
}
