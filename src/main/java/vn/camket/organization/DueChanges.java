package vn.camket.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.camket.platform.Vietnam;

/**
 * Moves and leavings that were written down for a day to come become facts on that day. A setting says up to which day
 * this is done; its row makes several nodes take turns, and days missed while nothing ran are made up for.
 */
@ApplicationScoped
@Transactional
class DueChanges {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Event<EmployeeMoved> moved;

    @Inject
    Event<EmployeeLeft> left;

    @Inject
    Clock clock;

    /** Native SQL: the setting is no entity. */
    LocalDate doneUntil() {
        return day(entities.createNativeQuery("select text from setting where name = 'posts.done-until'")
                .getSingleResult());
    }

    /** All that became due since the last time. */
    void catchUp() {
        var until =
                day(entities.createNativeQuery("select text from setting where name = 'posts.done-until' for update")
                        .getSingleResult());
        var today = Vietnam.today(clock);
        if (until.isBefore(today)) {
            moves(until, today).forEach(moved::fire);
            leavings(until, today).forEach(left::fire);
            entities.createNativeQuery("update setting set text = ?1 where name = 'posts.done-until'")
                    .setParameter(1, today.toString())
                    .executeUpdate();
        }
    }

    private List<EmployeeMoved> moves(LocalDate after, LocalDate until) {
        return entities.createQuery(
                        """
                        select new vn.camket.organization.EmployeeMoved(m.employee.id, p.agency.id, m.agency.id, m.period.from)
                        from Membership m, Membership p
                        where m.period.from > :after and m.period.from <= :until
                          and m.kind = vn.camket.organization.Membership.Kind.MAIN
                          and p.employee = m.employee and p.kind = m.kind and p.period.to = m.period.from
                          and p.agency <> m.agency
                        order by m.period.from, m.id
                        """,
                        EmployeeMoved.class)
                .setParameter("after", after)
                .setParameter("until", until)
                .getResultList();
    }

    private List<EmployeeLeft> leavings(LocalDate after, LocalDate until) {
        return entities.createQuery(
                        """
                        select new vn.camket.organization.EmployeeLeft(e.id, e.leftOn) from Employee e
                        where e.leftOn > :after and e.leftOn <= :until order by e.leftOn, e.id
                        """,
                        EmployeeLeft.class)
                .setParameter("after", after)
                .setParameter("until", until)
                .getResultList();
    }

    private static LocalDate day(Object text) {
        return LocalDate.parse(String.valueOf(text));
    }
}
