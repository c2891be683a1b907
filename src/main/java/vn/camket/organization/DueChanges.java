package vn.camket.organization;

import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.camket.platform.Vietnam;

/**
 * Moves and leavings that were written down for a day to come become facts on that day: they are gathered once a day, all
 * those missed while nothing ran included, and then each becomes a fact in a transaction of its own. Rows make several
 * nodes take turns.
 */
@ApplicationScoped
@Transactional(REQUIRES_NEW)
class DueChanges {
    private static final Duration REST = Duration.ofMinutes(5);
    private static final int PORTION = 200;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Event<EmployeeMoved> moved;

    @Inject
    Event<EmployeeLeft> left;

    @Inject
    Clock clock;

    /** Whether a day has come whose changes are not gathered. Native SQL, here and below: the setting is no entity. */
    boolean isNewDay() {
        return day("select text from setting where name = 'posts.done-until'").isBefore(Vietnam.today(clock));
    }

    /** Native SQL: one statement for whatever number of people. */
    void gather() {
        var until = day("select text from setting where name = 'posts.done-until' for update");
        var today = Vietnam.today(clock);
        if (!until.isBefore(today)) {
            return;
        }
        entities.createNativeQuery(
                        """
                        insert into due_change (employee_id, membership_id)
                        select employee_id, id from membership
                        where valid_from > ?1 and valid_from <= ?2 and kind = 'MAIN' order by valid_from, id
                        """)
                .setParameter(1, until)
                .setParameter(2, today)
                .executeUpdate();
        entities.createNativeQuery(
                        """
                        insert into due_change (employee_id)
                        select id from employee where left_on > ?1 and left_on <= ?2 order by left_on, id
                        """)
                .setParameter(1, until)
                .setParameter(2, today)
                .executeUpdate();
        entities.createNativeQuery("update setting set text = ?1 where name = 'posts.done-until'")
                .setParameter(1, today.toString())
                .executeUpdate();
    }

    /** Some that wait, the oldest first; those that failed rest for five minutes. */
    List<Long> waiting() {
        return entities.createQuery(
                        "select d.id from DueChange d where d.triedAt is null or d.triedAt < :rested order by d.id",
                        Long.class)
                .setParameter("rested", clock.instant().minus(REST))
                .setMaxResults(PORTION)
                .getResultList();
    }

    /** Makes one a fact, if it still is one and no other node was faster. */
    void settle(long id) {
        var due = entities.find(DueChange.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (due == null) {
            return;
        }
        due.membershipId()
                .ifPresentOrElse(membership -> move(membership).ifPresent(moved::fire), () -> leaving(due.employeeId())
                        .ifPresent(left::fire));
        entities.remove(due);
    }

    void failed(long id) {
        Optional.ofNullable(entities.find(DueChange.class, id)).ifPresent(due -> due.tried(clock.instant()));
    }

    private Optional<EmployeeMoved> move(long membershipId) {
        return entities.createQuery(
                        """
                        select new vn.camket.organization.EmployeeMoved(m.employee.id, p.agency.id, m.agency.id, m.period.from)
                        from Membership m, Membership p
                        where m.id = :id and m.period.from <= :today
                          and p.employee = m.employee and p.kind = m.kind and p.period.to = m.period.from
                          and p.agency <> m.agency
                        """,
                        EmployeeMoved.class)
                .setParameter("id", membershipId)
                .setParameter("today", Vietnam.today(clock))
                .getResultStream()
                .findFirst();
    }

    private Optional<EmployeeLeft> leaving(long employeeId) {
        return entities.createQuery(
                        """
                        select new vn.camket.organization.EmployeeLeft(e.id, e.leftOn) from Employee e
                        where e.id = :id and e.leftOn <= :today
                        """,
                        EmployeeLeft.class)
                .setParameter("id", employeeId)
                .setParameter("today", Vietnam.today(clock))
                .getResultStream()
                .findFirst();
    }

    private LocalDate day(String query) {
        return LocalDate.parse(String.valueOf(entities.createNativeQuery(query).getSingleResult()));
    }
}
