package vn.camket.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.camket.platform.Vietnam;

/** The days of the audit trail that are, or are to be, in the ledger. */
@ApplicationScoped
class TrailDigests {
    static final String KIND = "AUDIT_DIGEST";

    private static final int VERSION = 1;
    private static final int MOST_DAYS = 400;

    @Resource(lookup = "java:app/jdbc/camket")
    DataSource dataSource;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Ledger ledger;

    /** Days before today without a digest, from the last one that has one, or from the first act on; at most 400. */
    @Transactional
    List<LocalDate> missing(LocalDate today) {
        var last = entities.createNativeQuery("select max(digest_day) from audit_digest")
                .getResultList()
                .get(0);
        var day = last == null
                ? firstDay(today)
                : LocalDate.parse(last.toString()).plusDays(1);
        var days = new ArrayList<LocalDate>();
        for (; day.isBefore(today) && days.size() < MOST_DAYS; day = day.plusDays(1)) {
            days.add(day);
        }
        return days;
    }

    private LocalDate firstDay(LocalDate today) {
        var first = entities.createNativeQuery("select min(at) from audit_entry")
                .getResultList()
                .get(0);
        if (first == null) {
            return today;
        }
        var at = first instanceof java.sql.Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) first;
        return Vietnam.day(at.toInstant(java.time.ZoneOffset.UTC));
    }

    /** Writes the digest of a day, unless it is there. */
    @Transactional(rollbackOn = SQLException.class)
    void write(LocalDate day) {
        if (!entities.createNativeQuery("select digest_day from audit_digest where digest_day = ?1")
                .setParameter(1, day)
                .getResultList()
                .isEmpty()) {
            return;
        }
        TrailDigest digest;
        try (var connection = dataSource.getConnection()) {
            digest = TrailDigest.of(connection, day);
        } catch (SQLException failure) {
            throw new IllegalStateException("The audit trail cannot be read", failure);
        }
        var entry = ledger.write(
                KIND,
                Map.of(
                        "version", VERSION,
                        "kind", KIND,
                        "day", day.toString(),
                        "rows", digest.rows(),
                        "sha256", digest.sha256()));
        entities.createNativeQuery("insert into audit_digest (digest_day, ledger_entry_id) values (?1, ?2)")
                .setParameter(1, day)
                .setParameter(2, entry.id())
                .executeUpdate();
    }
}
