package vn.camket.pledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.LedgerEntry;

/** The PDF that was issued for a signature: made once, its bytes kept for ever under their hash. */
@Entity
@Table(name = "pledge_pdf")
public class PledgePdf {
    @Id
    @Column(name = "signature_id")
    private Long signatureId;

    private byte[] sha256;

    private int bytes;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "seal_key")
    private @Nullable String sealKey;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "ledger_entry_id")
    private @Nullable LedgerEntry entry;

    @SuppressWarnings("NullAway.Init")
    protected PledgePdf() {}

    PledgePdf(long signatureId, byte[] sha256, int bytes, String sealKey, LedgerEntry entry, Instant issuedAt) {
        this.signatureId = signatureId;
        this.sha256 = sha256.clone();
        this.bytes = bytes;
        this.sealKey = sealKey;
        this.entry = entry;
        this.issuedAt = issuedAt;
    }

    /** In hexadecimal, the name of the file. */
    public String sha256() {
        return HexFormat.of().formatHex(sha256);
    }

    public int bytes() {
        return bytes;
    }

    /** Id of the key that sealed it; empty for a PDF from before there was a seal. */
    public Optional<String> sealKey() {
        return Optional.ofNullable(sealKey);
    }

    /** The ledger entry with its hash; empty as the key is. */
    public Optional<LedgerEntry> entry() {
        return Optional.ofNullable(entry);
    }

    public Instant issuedAt() {
        return issuedAt;
    }
}
