package vn.camket.trust;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.Ledger;
import vn.camket.audit.LedgerEntry;

/** A list of revoked certificates that an administrator has brought. Inserted once, never changed. */
@Entity
@Table(name = "revocation_list")
class KeptList {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "authority_id")
    private TrustedCertificate authority;

    private byte[] sha256;

    @Lob
    private byte[] content;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "next_at")
    private @Nullable Instant nextAt;

    private int entries;

    @Column(name = "added_at")
    private Instant addedAt;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "ledger_entry_id")
    private LedgerEntry entry;

    @SuppressWarnings("NullAway.Init")
    protected KeptList() {}

    KeptList(TrustedCertificate authority, RevocationList list, byte[] der, LedgerEntry entry, Instant addedAt) {
        this.authority = authority;
        this.sha256 = Ledger.sha256(der);
        this.content = der.clone();
        this.madeAt = list.made();
        this.nextAt = list.next().orElse(null);
        this.entries = list.size();
        this.entry = entry;
        this.addedAt = addedAt;
    }

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }
}
