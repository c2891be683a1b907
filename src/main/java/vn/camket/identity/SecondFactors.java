package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.camket.audit.SecretBox;

/**
 * The rows behind the six-digit code and its recovery codes. Native SQL, because using a code is one conditional update:
 * of two at the same moment one succeeds. What was used stays used, whatever becomes of the act.
 */
@ApplicationScoped
@Transactional
class SecondFactors {
    @PersistenceContext
    EntityManager entities;

    @Inject
    SecretBox box;

    @Inject
    Clock clock;

    /** Whether this account is asked for a code. */
    boolean isSet(long accountId) {
        return sealed(accountId).isPresent();
    }

    /** Uses a code up: true once for a code of this moment, or of the steps beside it, and none before a used one. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean use(long accountId, String typed) {
        var step = secret(accountId)
                .map(secret -> Totp.step(secret, typed, clock.instant()))
                .filter(java.util.OptionalLong::isPresent);
        return step.isPresent()
                && entities.createNativeQuery("update totp set last_step = ?1 where account_id = ?2 and last_step < ?1")
                                .setParameter(1, step.get().getAsLong())
                                .setParameter(2, accountId)
                                .executeUpdate()
                        == 1;
    }

    /** Uses a recovery code up: true once. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean useRecovery(long accountId, String typed) {
        return entities.createNativeQuery(
                                """
                                update recovery_code set used_at = ?1
                                where account_id = ?2 and code_sha256 = ?3 and used_at is null
                                """)
                        .setParameter(1, now())
                        .setParameter(2, accountId)
                        .setParameter(3, RecoveryCodes.hash(accountId, typed))
                        .executeUpdate()
                == 1;
    }

    /** Whether this is the secret, and the code of this step the last one used. */
    boolean isLast(long accountId, byte[] secret, long step) {
        return secret(accountId)
                        .filter(stored -> MessageDigest.isEqual(stored, secret))
                        .isPresent()
                && ((Number) entities.createNativeQuery("select last_step from totp where account_id = ?1")
                                        .setParameter(1, accountId)
                                        .getSingleResult())
                                .longValue()
                        == step;
    }

    /** How many recovery codes are left. */
    long left(long accountId) {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from recovery_code where account_id = ?1 and used_at is null")
                        .setParameter(1, accountId)
                        .getSingleResult())
                .longValue();
    }

    /** @param step of the code that confirmed the set-up, which is used by that */
    void set(long accountId, byte[] secret, long step, List<String> recoveryCodes) {
        entities.createNativeQuery("insert into totp (account_id, secret, last_step, set_at) values (?1, ?2, ?3, ?4)")
                .setParameter(1, accountId)
                .setParameter(2, box.seal(context(accountId), secret))
                .setParameter(3, step)
                .setParameter(4, now())
                .executeUpdate();
        for (var code : recoveryCodes) {
            entities.createNativeQuery("insert into recovery_code (account_id, code_sha256) values (?1, ?2)")
                    .setParameter(1, accountId)
                    .setParameter(2, RecoveryCodes.hash(accountId, code))
                    .executeUpdate();
        }
    }

    /** @return whether there was one */
    boolean remove(long accountId) {
        delete("recovery_code", accountId);
        return delete("totp", accountId) == 1;
    }

    private int delete(String table, long accountId) {
        return entities.createNativeQuery("delete from " + table + " where account_id = ?1")
                .setParameter(1, accountId)
                .executeUpdate();
    }

    /** Empty if none is set, or if the key of the box is not the one it was sealed with. */
    Optional<byte[]> secret(long accountId) {
        return sealed(accountId).flatMap(stored -> box.open(context(accountId), stored));
    }

    @SuppressWarnings("unchecked")
    private Optional<byte[]> sealed(long accountId) {
        return ((List<byte[]>) entities.createNativeQuery("select secret from totp where account_id = ?1")
                        .setParameter(1, accountId)
                        .getResultList())
                .stream().findFirst();
    }

    private static String context(long accountId) {
        return "totp:" + accountId;
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
