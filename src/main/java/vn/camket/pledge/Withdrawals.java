package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import vn.camket.platform.access.Caller;

/**
 * Requests to withdraw. Open ones are read as {@link Waiting} reads pledges: of the agencies headed and those below,
 * never the caller's own; those of signatures that ended otherwise have lost their object and are not open.
 */
@ApplicationScoped
class Withdrawals {
    private static final String OPEN =
            """
            from Withdrawal w join w.signature s join s.employee e join s.agency a join s.enrolment n join n.campaign k
            where e.id <> :self
              and not exists (select d from WithdrawalDecision d where d.withdrawalId = w.id)
              and not exists (select x from SignatureEnd x where x.signatureId = s.id)
            """;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Caller caller;

    List<OpenWithdrawal> open(int offset, int size) {
        return Waiting.scoped(
                        entities,
                        caller,
                        "select new vn.camket.pledge.OpenWithdrawal("
                                + "w.id, s.lookupCode, e.fullName, e.code, a.name, k.name, s.signedAt, w.reason, w.askedAt) "
                                + OPEN,
                        " order by w.askedAt, w.id",
                        OpenWithdrawal.class)
                .setFirstResult(offset)
                .setMaxResults(size)
                .getResultList();
    }

    long countOpen() {
        return Waiting.scoped(entities, caller, "select count(w) " + OPEN, "", Long.class)
                .getSingleResult();
    }

    /** An open request in the caller's scope. */
    Optional<Withdrawal> open(long id) {
        return Waiting.scoped(entities, caller, "select w " + OPEN, " and w.id = :id", Withdrawal.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The latest request for a signature. */
    Optional<AskedWithdrawal> latest(long signatureId) {
        return entities.createQuery(
                        "select w from Withdrawal w where w.signature.id = :signature order by w.id desc",
                        Withdrawal.class)
                .setParameter("signature", signatureId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(request -> new AskedWithdrawal(
                        request, Optional.ofNullable(entities.find(WithdrawalDecision.class, request.id()))));
    }
}
