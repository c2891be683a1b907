package vn.camket.pledge;

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
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.camket.trust.CheckReport;

/**
 * An issued PDF that came back signed with the signer's certificate. The file lies under its hash; the
 * row keeps of the certificate what may be shown, the name masked. Inserted once, never changed.
 */
@Entity
@Table(name = "signed_upload")
public class SignedUpload {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "signature_id")
    private Signature signature;

    private byte[] sha256;

    private int bytes;

    @Column(name = "certificate_sha256")
    private byte[] certificateSha256;

    private String signer;

    private String issuer;

    private String serial;

    private String report;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    @Column(name = "uploaded_by")
    private long uploadedBy;

    @SuppressWarnings("NullAway.Init")
    protected SignedUpload() {}

    /** @param by the account */
    SignedUpload(
            Signature signature,
            byte[] sha256,
            int bytes,
            CheckReport.Signer signer,
            String report,
            Instant at,
            long by) {
        this.signature = signature;
        this.sha256 = sha256.clone();
        this.bytes = bytes;
        this.certificateSha256 = HexFormat.of().parseHex(signer.sha256());
        this.signer = cut(NameMask.of(signer.name()));
        this.issuer = cut(signer.issuer());
        this.serial = signer.serial();
        this.report = report;
        this.uploadedAt = at;
        this.uploadedBy = by;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), 200));
    }

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    Signature signature() {
        return signature;
    }

    /** In hexadecimal, the name of the file. */
    String sha256() {
        return HexFormat.of().formatHex(sha256);
    }

    int bytes() {
        return bytes;
    }

    String certificateSha256() {
        return HexFormat.of().formatHex(certificateSha256);
    }

    /** Name in the certificate, masked. */
    String signer() {
        return signer;
    }

    String issuer() {
        return issuer;
    }

    String serial() {
        return serial;
    }

    /** Checks at the upload, canonical JSON. */
    String report() {
        return report;
    }

    Instant uploadedAt() {
        return uploadedAt;
    }

    /** Account that sent it. */
    long uploadedBy() {
        return uploadedBy;
    }
}
