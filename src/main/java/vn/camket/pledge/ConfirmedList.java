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

/** The sealed list of the pledges that one act confirmed: made once, its bytes kept for ever under their hash. */
@Entity
@Table(name = "confirmed_list")
class ConfirmedList {
    @Id
    @Column(name = "confirmed_entry_id")
    private Long confirmedEntryId;

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
    protected ConfirmedList() {}

    /** @param confirmed entry of the confirmation; @param entry the one that holds the hash of the list */
    ConfirmedList(
            LedgerEntry confirmed, byte[] sha256, int bytes, String sealKey, LedgerEntry entry, Instant issuedAt) {
        this.confirmedEntryId = confirmed.id();
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
