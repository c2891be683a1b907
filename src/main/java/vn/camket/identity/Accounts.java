package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.camket.organization.Employee;

/** Every query for accounts. */
@ApplicationScoped
class Accounts {
    @PersistenceContext
    EntityManager entities;

    Optional<Account> byUserName(String userName) {
        return entities.createQuery(
                        "select a from Account a left join fetch a.employee where a.userName = :name", Account.class)
                .setParameter("name", Account.normal(userName))
                .getResultStream()
                .findFirst();
    }

    Optional<Account> byId(long id) {
        return entities.createQuery(
                        "select a from Account a left join fetch a.employee where a.id = :id", Account.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The account, locked until the end of the transaction: changes of one account come one by one. */
    Account locked(long id) {
        return java.util.Objects.requireNonNull(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    boolean isEmpty() {
        return entities.createQuery("select a.id from Account a", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    void add(Object row) {
        entities.persist(row);
        entities.flush();
    }

    void remove(Object row) {
        entities.remove(row);
    }

    void flush() {
        entities.flush();
    }

    Optional<Account> byEmployee(long employeeId) {
        return entities.createQuery(
                        "select a from Account a join fetch a.employee e where e.id = :employee", Account.class)
                .setParameter("employee", employeeId)
                .getResultStream()
                .findFirst();
    }

    Optional<Employee> employee(long id) {
        return Optional.ofNullable(entities.find(Employee.class, id));
    }

    /** Path of the agency of a person's latest main post. */
    Optional<String> workplace(long employeeId) {
        return entities.createQuery(
                        """
                        select a.path from Membership m join m.agency a
                        where m.employee.id = :employee and m.kind = vn.camket.organization.Membership.Kind.MAIN
                        order by m.period.from desc, m.id desc
                        """,
                        String.class)
                .setParameter("employee", employeeId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** All grants of an account, the latest first. */
    List<RoleGrant> grants(long accountId) {
        return entities.createQuery(
                        """
                        select g from RoleGrant g join fetch g.agency where g.account.id = :account
                        order by g.period.from desc, g.id desc
                        """,
                        RoleGrant.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    /**
     * Ids of the grants by which somebody who can sign in administers a root agency and of whom no leaving is written
     * down, not even for a day to come; locks them until the end.
     */
    List<Long> rootAdministrators(LocalDate today) {
        return entities
                .createQuery(
                        """
                        select g from RoleGrant g
                        where g.role = vn.camket.identity.Role.SYSTEM_ADMINISTRATOR and g.agency.parent is null
                          and g.period.from <= :today and (g.period.to is null or g.period.to > :today)
                          and g.account.disabledAt is null and g.account.passwordHash is not null
                        order by g.id
                        """,
                        RoleGrant.class)
                .setParameter("today", today)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .filter(grant -> grant.account().isStaying())
                .map(RoleGrant::id)
                .toList();
    }
}
