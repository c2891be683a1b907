package vn.camket.trust;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.Ledger;
import vn.camket.audit.LedgerEntry;

/**
 * A certification authority of the list. It is taken in and at some time taken off, each
 * with its ledger entry; the row stays, since signatures were judged by it.
 */
@Entity
@Table(name = "trusted_certificate")
public class TrustedCertificate {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private byte[] sha256;

    private byte @Nullable [] listed;

    private byte[] certificate;

    private boolean root;

    @Column(name = "added_at")
    private Instant addedAt;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "added_entry")
    private LedgerEntry addedEntry;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "ended_entry")
    private @Nullable LedgerEntry endedEntry;

    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init")
    protected TrustedCertificate() {}

    TrustedCertificate(AuthorityCertificate authority, LedgerEntry entry, Instant addedAt) {
        this.certificate = authority.encoded();
        this.sha256 = Ledger.sha256(certificate);
        this.listed = sha256.clone();
        this.root = authority.isRoot();
        this.addedEntry = entry;
        this.addedAt = addedAt;
    }

    void end(String why, LedgerEntry entry, Instant at) {
        listed = null;
        reason = why;
        endedEntry = entry;
        endedAt = at;
    }

    public long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    /** SHA-256 of the certificate, in hexadecimal. */
    public String sha256() {
        return HexFormat.of().formatHex(sha256);
    }

    /** Whether ways may end here; others only lead on. */
    public boolean isRoot() {
        return root;
    }

    public boolean isListed() {
        return listed != null;
    }

    public Instant addedAt() {
        return addedAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** Why it was taken off. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public AuthorityCertificate authority() {
        return new AuthorityCertificate(certificate());
    }

    X509Certificate certificate() {
        try {
            return X509Files.certificate(certificate);
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("Certificate " + id + " of the list cannot be read", damaged);
        }
    }
}
