package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

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
}
