package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import vn.camket.audit.Ledger;

/** Every query for passkeys. */
@ApplicationScoped
class Passkeys {
    @PersistenceContext
    EntityManager entities;

    /** Those in use, the oldest first. */
    List<Passkey> of(long accountId) {
        return entities.createQuery(
                        "select p from Passkey p where p.account.id = :account and p.removedAt is null order by p.id",
                        Passkey.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    /** In use or not. */
    Optional<Passkey> byCredential(byte[] credentialId) {
        return entities.createQuery("select p from Passkey p where p.credentialSha256 = :hash", Passkey.class)
                .setParameter("hash", Ledger.sha256(credentialId))
                .getResultStream()
                .findFirst();
    }

    /** One of the account's own, in use or not. */
    Optional<Passkey> byId(long accountId, long id) {
        return Optional.ofNullable(entities.find(Passkey.class, id))
                .filter(found -> found.account().id() == accountId);
    }

    /** Locks it until the end of the transaction and reads what others have written meanwhile. */
    void lock(Passkey passkey) {
        entities.refresh(passkey, LockModeType.PESSIMISTIC_WRITE);
    }

    void add(Passkey passkey) {
        entities.persist(passkey);
        entities.flush();
    }
}
