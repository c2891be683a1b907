package vn.camket.pledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.LedgerEntry;

/** What was found out about a signed upload in the end: accepted, with its ledger entry, or refused, with the reason. Inserted once. */
@Entity
@Table(name = "signed_upload_verdict")
public class UploadVerdict {
    @Id
    @Column(name = "upload_id")
    private Long uploadId;

    /** Id of the signature: only one upload is accepted for each. */
    @Column(name = "accepted_for")
    private @Nullable Long acceptedFor;

    private @Nullable String reason;

    private String report;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "ledger_entry_id")
    private @Nullable LedgerEntry entry;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected UploadVerdict() {}

    private UploadVerdict(SignedUpload upload, String report, Instant at) {
        this.uploadId = upload.id();
        this.report = report;
        this.decidedAt = at;
    }

    static UploadVerdict accepted(SignedUpload upload, String report, LedgerEntry entry, Instant at) {
        var verdict = new UploadVerdict(upload, report, at);
        verdict.acceptedFor = upload.signature().id();
        verdict.entry = entry;
        return verdict;
    }

    static UploadVerdict refused(SignedUpload upload, String report, String reason, Instant at) {
        var verdict = new UploadVerdict(upload, report, at);
        verdict.reason = reason;
        return verdict;
    }

    boolean isAccepted() {
        return acceptedFor != null;
    }

    /** Name of the refusal. */
    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    String report() {
        return report;
    }

    Optional<LedgerEntry> entry() {
        return Optional.ofNullable(entry);
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
