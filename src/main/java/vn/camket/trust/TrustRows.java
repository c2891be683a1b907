package vn.camket.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.AuditTrail;
import vn.camket.audit.Ledger;
import vn.camket.audit.LedgerEntry;

/** The rows of the list, each change with its ledger entry and its note in the audit trail, in one transaction. */
@ApplicationScoped
@Transactional
class TrustRows {
    /** Kind of the ledger entries. */
    static final String KIND = "TRUST";

    private static final int VERSION = 1;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Ledger ledger;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** All that ever stood in the list: those in use first, then by age. */
    List<TrustedCertificate> all() {
        return entities.createQuery(
                        "select t from TrustedCertificate t order by t.endedAt, t.root desc, t.id",
                        TrustedCertificate.class)
                .getResultList();
    }

    Optional<TrustedCertificate> find(long id) {
        return Optional.ofNullable(entities.find(TrustedCertificate.class, id));
    }

    /** The newest list of each authority in use. */
    List<ListSummary> newestLists() {
        return entities.createQuery(
                        """
                        select new vn.camket.trust.ListSummary(
                          l.id, a.id, a.certificate, l.sha256, l.madeAt, l.nextAt, l.entries)
                        from KeptList l join l.authority a
                        where a.endedAt is null
                          and l.madeAt = (select max(m.madeAt) from KeptList m where m.authority = l.authority)
                        order by l.id
                        """,
                        ListSummary.class)
                .getResultList();
    }

    /** The list itself, in DER. */
    byte[] content(long listId) {
        return entities.createQuery("select l.content from KeptList l where l.id = :id", byte[].class)
                .setParameter("id", listId)
                .getSingleResult();
    }

    /** @throws vn.camket.platform.Refusal LISTED_ALREADY */
    long add(AuthorityCertificate authority) {
        var at = clock.instant();
        var fields = fields("ADDED", authority, at);
        fields.put("role", authority.isRoot() ? "ROOT" : "INTERMEDIATE");
        fields.put("certificate", java.util.Base64.getEncoder().encodeToString(authority.encoded()));
        try {
            var row = new TrustedCertificate(authority, write(fields), at);
            entities.persist(row);
            entities.flush();
            trail.note("TRUST_ADDED", "trusted_certificate", row.id(), Map.of("sha256", row.sha256()));
            return row.id();
        } catch (PersistenceException twin) {
            throw TrustRefusal.LISTED_ALREADY.with();
        }
    }

    /** @throws vn.camket.platform.Refusal CHANGED_MEANWHILE if it is not in use any more */
    void end(long id, String reason) {
        var at = clock.instant();
        var row = find(id).orElseThrow(vn.camket.platform.NotFound::new);
        entities.lock(row, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        entities.refresh(row);
        if (!row.isListed()) {
            throw TrustRefusal.CHANGED_MEANWHILE.with();
        }
        var fields = fields("REMOVED", row.authority(), at);
        fields.put("reason", reason);
        row.end(reason, write(fields), at);
        trail.note("TRUST_REMOVED", "trusted_certificate", id, Map.of("sha256", row.sha256(), "reason", reason));
    }

    void add(TrustedCertificate authority, RevocationList list, byte[] der) {
        var at = clock.instant();
        var row = find(authority.id()).orElseThrow(vn.camket.platform.NotFound::new);
        var fields = fields("REVOCATIONS", row.authority(), at);
        fields.put("list_sha256", java.util.HexFormat.of().formatHex(Ledger.sha256(der)));
        fields.put("made_at", LedgerTime.write(list.made()));
        fields.put("entries", list.size());
        try {
            entities.persist(new KeptList(row, list, der, write(fields), at));
            entities.flush();
        } catch (PersistenceException twin) {
            throw TrustRefusal.REVOCATION_LIST_OLD.with(list.made());
        }
        trail.note("REVOCATIONS_ADDED", "trusted_certificate", row.id(), Map.of("entries", list.size()));
    }

    private LedgerEntry write(Map<String, @Nullable Object> fields) {
        return ledger.write(KIND, fields);
    }

    private static Map<String, @Nullable Object> fields(String act, AuthorityCertificate authority, Instant at) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("version", VERSION);
        fields.put("kind", KIND);
        fields.put("act", act);
        fields.put("certificate_sha256", X509Files.fingerprint(authority.certificate()));
        fields.put("subject", printable(authority.subject()));
        fields.put("at", LedgerTime.write(at));
        return fields;
    }

    /** Names come from outside: what may not stand in a record is left out. */
    static String printable(String name) {
        return vn.camket.platform.VietnameseText.clean(name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", ""));
    }
}
