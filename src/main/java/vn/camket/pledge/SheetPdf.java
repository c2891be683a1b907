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
import vn.camket.audit.LedgerEntry;

/** The sealed PDF of a {@link ThreadSheet}: made once, its bytes kept for ever under their hash. */
@Entity
@Table(name = "sheet_pdf")
class SheetPdf {
    @Id
    @Column(name = "sheet_id")
    private Long sheetId;

    private byte[] sha256;

    private int bytes;

    @Column(name = "seal_key")
    private String sealKey;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "ledger_entry_id")
    private LedgerEntry entry;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @SuppressWarnings("NullAway.Init")
    protected SheetPdf() {}

    /** @param entry the one that holds the hash of the file */
    SheetPdf(ThreadSheet sheet, byte[] sha256, int bytes, String sealKey, LedgerEntry entry, Instant issuedAt) {
        this.sheetId = sheet.id();
        this.sha256 = sha256.clone();
        this.bytes = bytes;
        this.sealKey = sealKey;
        this.entry = entry;
        this.issuedAt = issuedAt;
    }

    /** In hexadecimal, the name of the file. */
    String sha256() {
        return HexFormat.of().formatHex(sha256);
    }
}
