package vn.camket.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Map;

/** The ledger of acts of evidence. Written only inside the transaction of the act itself. */
@ApplicationScoped
public class Ledger {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * Writes an act of evidence.
     *
     * @param kind what was done, in capitals ("PLEDGE_SIGNED")
     * @param fields text, whole numbers, booleans, lists and maps of such; see {@link CanonicalRecord}
     * @return the stored entry, its id assigned
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public LedgerEntry write(String kind, Map<String, ?> fields) {
        var record = CanonicalRecord.of(fields);
        var entry = new LedgerEntry(kind, record, sha256(record), leafHash(record), clock.instant());
        entities.persist(entry);
        entities.flush();
        return entry;
    }

    /** SHA-256 of bytes. */
    public static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** RFC 6962 section 2.1: SHA-256 of a zero byte and the record. */
    public static byte[] leafHash(byte[] record) {
        return sha256(new byte[] {0}, record);
    }
}
