package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import vn.camket.audit.Ledger;
import vn.camket.platform.access.Authentication;
import vn.camket.platform.access.Caller;

/**
 * Records that wait for a passkey: in the database, so that any node takes the answer. Native SQL, because the key is
 * bytes and the rows are nobody's entities: they come and go within five minutes.
 */
@ApplicationScoped
class PendingPledges {
    private static final Duration LIFE = Duration.ofMinutes(5);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * Keeps a stamp under the leaf hash of its record, in place of what waited for the caller before: a person has one
     * passkey in hand at a time. What has waited too long for others goes, too.
     */
    void add(byte[] challenge, String requestKey, Stamp stamp) {
        entities.createNativeQuery("delete from pledge_pending where prepared_at < ?1 or account_id = ?2")
                .setParameter(1, utc(oldest()))
                .setParameter(2, caller.accountId())
                .executeUpdate();
        entities.createNativeQuery(
                        """
                        insert into pledge_pending (challenge, account_id, request_key, lookup_code, nonce, prepared_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6)
                        """)
                .setParameter(1, challenge)
                .setParameter(2, caller.accountId())
                .setParameter(3, hash(requestKey))
                .setParameter(4, stamp.code().value())
                .setParameter(5, stamp.nonce())
                .setParameter(6, utc(stamp.at()))
                .executeUpdate();
    }

    /** The stamp that waits for this challenge, for the caller and this form; empty once five minutes are over. */
    @SuppressWarnings("unchecked")
    Optional<Stamp> find(byte[] challenge, String requestKey) {
        var rows = (List<Object[]>) entities.createNativeQuery(
                        """
                        select lookup_code, nonce, prepared_at from pledge_pending
                        where challenge = ?1 and account_id = ?2 and request_key = ?3 and prepared_at >= ?4
                        """)
                .setParameter(1, challenge)
                .setParameter(2, caller.accountId())
                .setParameter(3, hash(requestKey))
                .setParameter(4, utc(oldest()))
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Stamp(
                        Authentication.PASSKEY,
                        new LookupCode((String) row[0]),
                        instant(row[2]),
                        (String) row[1],
                        challenge));
    }

    /** What was prepared for this form is over. */
    void forget(String requestKey) {
        entities.createNativeQuery("delete from pledge_pending where account_id = ?1 and request_key = ?2")
                .setParameter(1, caller.accountId())
                .setParameter(2, hash(requestKey))
                .executeUpdate();
    }

    private Instant oldest() {
        return clock.instant().minus(LIFE);
    }

    private static String hash(String requestKey) {
        return HexFormat.of().formatHex(Ledger.sha256(requestKey.getBytes(StandardCharsets.UTF_8)));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(Object stored) {
        return stored instanceof LocalDateTime local
                ? local.toInstant(ZoneOffset.UTC)
                : ((java.sql.Timestamp) stored).toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
}
