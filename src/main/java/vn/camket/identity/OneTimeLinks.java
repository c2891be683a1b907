package vn.camket.identity;

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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.Ledger;

/**
 * Links that open an account once, within 24 hours. The database holds only the hash of the secret, so that a copy of it
 * opens nothing. Native SQL, because the key is bytes and a link is used by one conditional update.
 */
@ApplicationScoped
class OneTimeLinks {
    static final Duration LIFE = Duration.ofHours(24);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /** What a link is for. */
    enum Purpose {
        FIRST_ADMINISTRATOR,
        ACTIVATION
    }

    /** An unused link that still holds. @param accountId null for the first administrator, who has no account yet */
    record Open(Purpose purpose, @Nullable Long accountId) {}

    /** Makes a new link and ends the unused ones of the same purpose and account. @return the secret, kept nowhere */
    String issue(Purpose purpose, @Nullable Long accountId) {
        end(purpose, accountId);
        var secret = Secrets.secret();
        entities.createNativeQuery(
                        """
                        insert into one_time_link (secret_sha256, purpose, account_id, created_at, expires_at)
                        values (?1, ?2, ?3, ?4, ?5)
                        """)
                .setParameter(1, hash(secret))
                .setParameter(2, purpose.name())
                .setParameter(3, accountId)
                .setParameter(4, utc(clock.instant()))
                .setParameter(5, utc(clock.instant().plus(LIFE)))
                .executeUpdate();
        return secret;
    }

    /** Ends the unused links of a purpose and account. */
    void end(Purpose purpose, @Nullable Long accountId) {
        entities.createNativeQuery(
                        """
                        delete from one_time_link
                        where purpose = ?1 and coalesce(account_id, 0) = ?2 and used_at is null
                        """)
                .setParameter(1, purpose.name())
                .setParameter(2, accountId == null ? 0L : accountId)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    Optional<Open> open(String secret) {
        var rows = (List<Object[]>) entities.createNativeQuery(
                        """
                        select purpose, account_id from one_time_link
                        where secret_sha256 = ?1 and used_at is null and expires_at > ?2
                        """)
                .setParameter(1, hash(secret))
                .setParameter(2, utc(clock.instant()))
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Open(
                        Purpose.valueOf((String) row[0]), row[1] == null ? null : ((Number) row[1]).longValue()));
    }

    /** Uses a link up; of several at the same moment one succeeds. */
    boolean use(String secret) {
        return entities.createNativeQuery(
                                """
                                update one_time_link set used_at = ?1
                                where secret_sha256 = ?2 and used_at is null and expires_at > ?1
                                """)
                        .setParameter(1, utc(clock.instant()))
                        .setParameter(2, hash(secret))
                        .executeUpdate()
                == 1;
    }

    private static byte[] hash(String secret) {
        return Ledger.sha256(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
