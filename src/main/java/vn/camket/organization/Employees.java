package vn.camket.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import vn.camket.platform.VietnameseText;

/** Every query for people, their posts and headships that a change needs. */
@ApplicationScoped
class Employees {
    @PersistenceContext
    EntityManager entities;

    Optional<Employee> byId(long id) {
        return Optional.ofNullable(entities.find(Employee.class, id));
    }

    boolean isCodeTaken(String code) {
        return !entities.createQuery("select e.id from Employee e where e.code = :code", Long.class)
                .setParameter("code", code)
                .getResultList()
                .isEmpty();
    }

    /** Posts of a person, the latest first. */
    List<Membership> posts(long employeeId) {
        return entities.createQuery(
                        """
                        select m from Membership m join fetch m.agency where m.employee.id = :employee
                        order by m.period.from desc, m.id desc
                        """,
                        Membership.class)
                .setParameter("employee", employeeId)
                .getResultList();
    }

    /** The main post that is not closed, or for a person who has left the last one. */
    Optional<Membership> lastMain(long employeeId) {
        return posts(employeeId).stream()
                .filter(post -> post.kind() == Membership.Kind.MAIN)
                .findFirst();
    }

    Optional<Membership> post(long id) {
        return Optional.ofNullable(entities.find(Membership.class, id));
    }

    /** Headships of a person, the latest first. */
    List<Headship> headships(long employeeId) {
        return entities.createQuery(
                        """
                        select h from Headship h join fetch h.agency where h.employee.id = :employee
                        order by h.period.from desc, h.id desc
                        """,
                        Headship.class)
                .setParameter("employee", employeeId)
                .getResultList();
    }

    /** Headships of an agency that have not ended on a day, heads first. */
    List<Headship> heads(long agencyId, LocalDate today) {
        return entities.createQuery(
                        """
                        select h from Headship h join fetch h.employee where h.agency.id = :agency
                          and (h.period.to is null or h.period.to > :today)
                        order by case when h.kind = vn.camket.organization.Headship.Kind.DEPUTY then 1 else 0 end,
                          h.employee.nameKey
                        """,
                        Headship.class)
                .setParameter("agency", agencyId)
                .setParameter("today", today)
                .getResultList();
    }

    Optional<Headship> headship(long id) {
        return Optional.ofNullable(entities.find(Headship.class, id));
    }

    void add(Object row) {
        entities.persist(row);
    }

    void remove(Object row) {
        entities.remove(row);
    }

    void flush() {
        entities.flush();
    }

    /** Keeps the words of a name findable. Native, because a word is no entity: it lives and dies with its name. */
    void indexName(Employee employee) {
        entities.createNativeQuery("delete from employee_word where employee_id = ?1")
                .setParameter(1, employee.id())
                .executeUpdate();
        for (var word : new HashSet<>(VietnameseText.words(employee.fullName()))) {
            entities.createNativeQuery("insert into employee_word (word, employee_id) values (?1, ?2)")
                    .setParameter(1, word.length() > 60 ? word.substring(0, 60) : word)
                    .setParameter(2, employee.id())
                    .executeUpdate();
        }
    }

    /** Ends every open headship and post in an agency; what began on that very day never held and goes. */
    void endAllIn(long agencyId, LocalDate on) {
        entities.flush();
        for (var table : List.of("membership", "headship")) {
            entities.createNativeQuery("delete from " + table
                            + " where agency_id = ?1 and valid_from >= ?2 and (valid_to is null or valid_to > ?2)")
                    .setParameter(1, agencyId)
                    .setParameter(2, on)
                    .executeUpdate();
            entities.createNativeQuery("update " + table
                            + " set valid_to = ?2 where agency_id = ?1 and (valid_to is null or valid_to > ?2)")
                    .setParameter(1, agencyId)
                    .setParameter(2, on)
                    .executeUpdate();
        }
    }
}
