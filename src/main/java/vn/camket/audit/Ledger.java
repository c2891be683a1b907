package vn.camket.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * The ledger of acts of evidence. Written only inside the transaction of the act itself; a second later
 * the entry is a leaf of the log.
 */
@ApplicationScoped
public class Ledger {
    @PersistenceContext
    EntityManager entities;

    @Inject
    LedgerState state;

    @Inject
    LogKey key;

    @Inject
    LogOrigin origin;

    @Inject
    Durability durability;

    @Inject
    Clock clock;

    /**
     * Writes an act of evidence, signs its receipt and puts it into the queue of the log. Once the transaction is
     * committed the entry survives a power cut.
     *
     * @param kind what was done, in capitals ("PLEDGE_SIGNED")
     * @param fields text, whole numbers, booleans, lists and maps of such; see {@link CanonicalRecord}
     * @return the stored entry, its id assigned
     * @throws vn.camket.platform.Refusal NOT_DURABLE, READ_ONLY; KEY_NOT_VALID
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public LedgerEntry write(String kind, Map<String, ?> fields) {
        state.requireWritable();
        var record = CanonicalRecord.of(fields);
        var leafHash = leafHash(record);
        var now = clock.instant();
        var entry = new LedgerEntry(kind, record, sha256(record), leafHash, now, receipt(kind, leafHash, now));
        entities.persist(entry);
        entities.flush();
        entities.createNativeQuery("insert into log_queue (entry_id, leaf_hash, queued_at) values (?1, ?2, ?3)")
                .setParameter(1, entry.id())
                .setParameter(2, leafHash)
                .setParameter(3, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .executeUpdate();
        durability.afterCommit();
        return entry;
    }

    /** Entries about keys carry signatures of their own: the first of them are there before any key is. */
    private Optional<LogSigner.Signed> receipt(String kind, byte[] leafHash, Instant at) {
        return kind.equals(SigningKeys.KIND)
                ? Optional.empty()
                : Optional.of(key.sign(LogText.receipt(origin.name(), leafHash, at)));
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
        return Merkle.leaf(record);
    }
}
