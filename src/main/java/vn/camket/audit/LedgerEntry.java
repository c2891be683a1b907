package vn.camket.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One act of evidence: its canonical bytes and their hashes. Inserted once; nothing ever changes it. */
@Entity
@Table(name = "ledger_entry")
public class LedgerEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String kind;

    @Lob
    private byte[] record;

    @Column(name = "record_sha256")
    private byte[] recordSha256;

    @Column(name = "leaf_hash")
    private byte[] leafHash;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "receipt_key")
    private @Nullable String receiptKey;

    @Column(name = "receipt_signature")
    private byte @Nullable [] receiptSignature;

    @SuppressWarnings("NullAway.Init")
    protected LedgerEntry() {}

    LedgerEntry(
            String kind,
            byte[] record,
            byte[] recordSha256,
            byte[] leafHash,
            Instant recordedAt,
            Optional<LogSigner.Signed> receipt) {
        this.kind = kind;
        this.record = record.clone();
        this.recordSha256 = recordSha256.clone();
        this.leafHash = leafHash.clone();
        this.recordedAt = recordedAt;
        this.receiptKey = receipt.map(LogSigner.Signed::keyId).orElse(null);
        this.receiptSignature = receipt.map(LogSigner.Signed::signature).orElse(null);
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public String kind() {
        return kind;
    }

    /** The canonical record: JSON by RFC 8785, NFC, UTF-8. */
    public byte[] record() {
        return record.clone();
    }

    public byte[] recordSha256() {
        return recordSha256.clone();
    }

    public byte[] leafHash() {
        return leafHash.clone();
    }

    /** Whether the stored bytes still give the hashes that were recorded with them. */
    public boolean isWhole() {
        return MessageDigest.isEqual(Ledger.sha256(record), recordSha256)
                && MessageDigest.isEqual(Ledger.leafHash(record), leafHash);
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** What the log key signed when the entry was written; none for entries about keys and those older than the log. */
    Optional<LogSigner.Signed> receipt() {
        return receiptKey == null || receiptSignature == null
                ? Optional.empty()
                : Optional.of(new LogSigner.Signed(receiptKey, receiptSignature));
    }
}
