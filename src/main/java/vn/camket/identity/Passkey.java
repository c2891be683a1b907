package vn.camket.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.Ledger;
import vn.camket.audit.LedgerEntry;

/**
 * A key on a device of its owner, whose private half nobody else has. Added and removed by entries of the
 * ledger; the row stays, because what the key signed is checked against it for ever.
 */
@Entity
@Table(name = "passkey")
public class Passkey {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id")
    private Account account;

    @Column(name = "credential_id")
    private byte[] credentialId;

    @Column(name = "credential_sha256")
    private byte[] credentialSha256;

    private byte[] spki;

    @Column(name = "sign_count")
    private long signCount;

    private String name;

    @Column(name = "added_at")
    private Instant addedAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "added_entry")
    private LedgerEntry addedEntry;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "removed_entry")
    private @Nullable LedgerEntry removedEntry;

    @Column(name = "removed_at")
    private @Nullable Instant removedAt;

    @SuppressWarnings("NullAway.Init")
    protected Passkey() {}

    /** @param spki public key, DER of SubjectPublicKeyInfo; @param signCount of the ceremony that made it */
    Passkey(
            Account account,
            byte[] credentialId,
            byte[] spki,
            long signCount,
            String name,
            Instant at,
            LedgerEntry entry) {
        this.account = account;
        this.credentialId = credentialId.clone();
        this.credentialSha256 = Ledger.sha256(credentialId);
        this.spki = spki.clone();
        this.signCount = signCount;
        this.name = name;
        this.addedAt = at;
        this.addedEntry = entry;
    }

    /** @param count of signatures that the device has made now */
    void used(long count, Instant at) {
        signCount = count;
        lastUsedAt = at;
    }

    void remove(Instant at, LedgerEntry entry) {
        removedAt = at;
        removedEntry = entry;
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    Account account() {
        return account;
    }

    /** Under which the device finds the key again: base64url, as browsers write it. */
    public String credential() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(credentialId);
    }

    /** The public key, DER of SubjectPublicKeyInfo. */
    public byte[] spki() {
        return spki.clone();
    }

    long signCount() {
        return signCount;
    }

    public String name() {
        return name;
    }

    public Instant addedAt() {
        return addedAt;
    }

    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    /** The ledger entry that says whose key this is. */
    public LedgerEntry addedEntry() {
        return addedEntry;
    }

    boolean isRemoved() {
        return removedAt != null;
    }
}
