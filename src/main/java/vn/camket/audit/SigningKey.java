package vn.camket.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key of the installation as everybody may know it. Stays for ever, so that what it signed can be checked. */
@Entity
@Table(name = "signing_key")
public class SigningKey {
    /** SHA-256 of the public key (SubjectPublicKeyInfo), in hexadecimal. */
    @Id
    private String id;

    @Enumerated(EnumType.STRING)
    private KeyPurpose purpose;

    private String algorithm;

    private byte[] spki;

    private byte[] certificate;

    @Column(name = "not_before")
    private Instant notBefore;

    @Column(name = "not_after")
    private Instant notAfter;

    /** The purpose again while the key is in use: unique, so that each purpose has one such key. */
    @Column(name = "current_for")
    private @Nullable String currentFor;

    @Column(name = "made_entry")
    private long madeEntry;

    @Column(name = "retired_entry")
    private @Nullable Long retiredEntry;

    @Column(name = "retired_at")
    private @Nullable Instant retiredAt;

    private boolean leaked;

    /** The KEY entry with the chain that another authority issued. */
    @Column(name = "certified_entry")
    private @Nullable Long certifiedEntry;

    @SuppressWarnings("NullAway.Init")
    protected SigningKey() {}

    SigningKey(KeyRing.Held held, LedgerEntry made) {
        this.id = held.id();
        this.purpose = held.purpose();
        this.algorithm = held.algorithm().written();
        this.spki = held.certificate().getPublicKey().getEncoded();
        this.certificate = Certificates.encoded(held.certificate());
        this.notBefore = held.certificate().getNotBefore().toInstant();
        this.notAfter = held.certificate().getNotAfter().toInstant();
        this.currentFor = held.purpose().name();
        this.madeEntry = made.id();
    }

    void certify(CertificateChain chain, LedgerEntry entry) {
        this.certificate = Certificates.encoded(chain.first());
        this.notAfter = chain.end();
        this.certifiedEntry = entry.id();
    }

    void retire(LedgerEntry entry, boolean leaked, Instant at) {
        this.currentFor = null;
        this.retiredEntry = entry.id();
        this.retiredAt = at;
        this.leaked = leaked;
    }

    public String id() {
        return id;
    }

    public KeyPurpose purpose() {
        return purpose;
    }

    /** P-256 or RSA-3072. */
    public String algorithm() {
        return algorithm;
    }

    /** The public key, DER of SubjectPublicKeyInfo. */
    public byte[] spki() {
        return spki.clone();
    }

    public X509Certificate certificate() {
        return Certificates.read(certificate);
    }

    /** When the installation began to sign with it. */
    public Instant notBefore() {
        return notBefore;
    }

    /** When the certificate in use begins. */
    public Instant certificateFrom() {
        return certificate().getNotBefore().toInstant();
    }

    /** When the certificate in use, or one of those above it, ends. */
    public Instant notAfter() {
        return notAfter;
    }

    /** Whether the installation signs with it now. */
    public boolean current() {
        return currentFor != null;
    }

    /** The KEY entry with which it came into use. */
    public long madeEntry() {
        return madeEntry;
    }

    /** The KEY entry after which nothing signed by it counts. */
    public Optional<Long> retiredEntry() {
        return Optional.ofNullable(retiredEntry);
    }

    public Optional<Instant> retiredAt() {
        return Optional.ofNullable(retiredAt);
    }

    /** The KEY entry with the chain in use; empty while it is our own. */
    public Optional<Long> certifiedEntry() {
        return Optional.ofNullable(certifiedEntry);
    }

    /** Whether another authority issued the certificate in use. */
    public boolean certified() {
        return certifiedEntry != null;
    }

    /** Who issued the certificate in use. */
    public String issuer() {
        return Certificates.shortName(certificate().getIssuerX500Principal());
    }

    /** Whether it was taken out of use because somebody else may have it. */
    public boolean leaked() {
        return leaked;
    }

    /** The public key as OpenSSL reads it. */
    public String pem() {
        return Certificates.pem("PUBLIC KEY", spki);
    }

    /** The certificate in use as OpenSSL and readers of PDFs take it. */
    public String certificatePem() {
        return Certificates.pem("CERTIFICATE", certificate);
    }

    /** The id in groups of four, for comparing with paper. */
    public String fingerprint() {
        return id.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
