package vn.camket.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import vn.camket.platform.access.Caller;

/** Who did what, when, from where: one row an act, in the act's own transaction, never changed. */
@ApplicationScoped
public class AuditTrail {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * Notes an act of the caller.
     *
     * @param act what was done, in capitals ("CAMPAIGN_OPENED")
     * @param objectKind kind of the thing ("campaign"), {@code objectId} its id
     * @param detail what changed, before and after; may be empty
     */
    @Transactional
    public void note(String act, String objectKind, Object objectId, Map<String, ?> detail) {
        entities.createNativeQuery(
                        """
                        insert into audit_entry (at, account_id, actor, act, object_kind, object_id, detail, address)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                        """)
                .setParameter(1, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter(2, caller.isSignedIn() ? caller.accountId() : null)
                .setParameter(3, caller.name())
                .setParameter(4, act)
                .setParameter(5, objectKind)
                .setParameter(6, String.valueOf(objectId))
                .setParameter(
                        7, detail.isEmpty() ? null : new String(CanonicalRecord.of(detail), StandardCharsets.UTF_8))
                .setParameter(8, caller.address())
                .executeUpdate();
    }
}
