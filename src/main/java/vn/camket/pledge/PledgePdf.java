package vn.camket.pledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;

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

    @SuppressWarnings("NullAway.Init")
    protected PledgePdf() {}

    PledgePdf(long signatureId, byte[] sha256, int bytes, Instant issuedAt) {
        this.signatureId = signatureId;
        this.sha256 = sha256.clone();
        this.bytes = bytes;
        this.issuedAt = issuedAt;
    }

    /** In hexadecimal, the name of the file. */
    public String sha256() {
        return HexFormat.of().formatHex(sha256);
    }

    public int bytes() {
        return bytes;
    }

    public Instant issuedAt() {
        return issuedAt;
    }
}
