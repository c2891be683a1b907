package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.AuditTrail;
import vn.camket.audit.Ledger;
import vn.camket.audit.LedgerEntry;
import vn.camket.organization.PersonalNumbers;
import vn.camket.platform.NotFound;
import vn.camket.platform.access.Caller;
import vn.camket.trust.CheckReport;
import vn.camket.trust.PersonMatch;

/** The transactions of signing with a certificate, apart from the check, which takes its time and needs none of them. */
@ApplicationScoped
@Transactional
class UploadDesk {
    /** Kind of the ledger entry. */
    static final String KIND = "PLEDGE_SIGNED_BY_CERTIFICATE";

    private static final int VERSION = 1;

    /** More than anybody needs for one pledge. */
    private static final int MOST = 10;

    @Inject
    PledgeReceipts receipts;

    @Inject
    Pledges pledges;

    @Inject
    SignedUploads uploads;

    @Inject
    PersonalNumbers numbers;

    @Inject
    Ledger ledger;

    @Inject
    AuditTrail trail;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** The caller's own pledge. @throws NotFound for every other */
    Signature own(String typedCode) {
        var signature = receipts.visible(typedCode);
        if (caller.employeeId().filter(id -> id == signature.employee().id()).isEmpty()) {
            throw new NotFound();
        }
        return signature;
    }

    Signature visible(String typedCode) {
        return receipts.visible(typedCode);
    }

    Optional<CertificateSignature> state(Signature signature) {
        return uploads.decisive(signature.id()).map(SignedUploads.Found::shown);
    }

    Optional<CertificateSignature> state(LookupCode code) {
        return pledges.signature(code).flatMap(this::state);
    }

    /**
     * What was said of the same file before; empty for a new one.
     *
     * @throws vn.camket.platform.Refusal NOT_IN_FORCE, SIGNED_BY_CERTIFICATE_ALREADY, UPLOADS_TOO_MANY
     */
    Optional<CertificateSignature> before(Signature signature, byte[] sha256) {
        var all = uploads.of(signature.id());
        var same = all.stream()
                .filter(found -> found.upload().sha256().equals(HexFormat.of().formatHex(sha256)))
                .findFirst()
                .map(SignedUploads.Found::shown);
        if (same.isPresent()) {
            return same;
        }
        if (pledges.end(signature.id()).isPresent()) {
            throw PledgeRefusal.NOT_IN_FORCE.with();
        }
        if (all.stream().anyMatch(found -> found.shown().isAccepted())) {
            throw PledgeRefusal.SIGNED_BY_CERTIFICATE_ALREADY.with();
        }
        if (all.size() >= MOST) {
            throw PledgeRefusal.UPLOADS_TOO_MANY.with(MOST);
        }
        return Optional.empty();
    }

    /** Whose numbers these are. */
    PersonMatch person(Signature signature, Set<String> found) {
        if (!numbers.isHeld(signature.employee().id())) {
            return PersonMatch.UNKNOWN;
        }
        return numbers.isAmong(signature.employee().id(), found) ? PersonMatch.THE_SAME : PersonMatch.ANOTHER;
    }

    /** Of a refused file only this remains. */
    void noteRefused(Signature signature, byte[] sha256, int bytes, CheckReport report) {
        trail.note(
                "CERTIFICATE_SIGNATURE_REFUSED",
                "signature",
                signature.id(),
                Map.of(
                        "reason", report.refusal().orElseThrow().reason().name(),
                        "sha256", HexFormat.of().formatHex(sha256),
                        "bytes", bytes));
    }

    /** Takes in a file that was checked and is kept; when two came at once, the first counts. */
    CertificateSignature register(Signature signature, byte[] sha256, int bytes, CheckReport report, Instant at) {
        pledges.lock(List.of(signature.enrolment().id()));
        return before(signature, sha256).orElseGet(() -> {
            var upload = new SignedUpload(
                    pledges.signature(signature.lookupCode()).orElseThrow(NotFound::new),
                    sha256,
                    bytes,
                    report.signer().orElseThrow(),
                    SignedUploads.written(report),
                    at,
                    caller.accountId());
            uploads.add(upload);
            trail.note(
                    "CERTIFICATE_SIGNATURE_TAKEN",
                    "signature",
                    signature.id(),
                    Map.of("verdict", report.verdict().name(), "sha256", upload.sha256()));
            return new SignedUploads.Found(upload, verdict(upload, report)).shown();
        });
    }

    Optional<SignedUpload> upload(long id) {
        return uploads.find(id);
    }

    List<Long> awaiting(long afterId, int most) {
        return uploads.awaiting(afterId, most);
    }

    /** Decides about one that awaited a check, if the new report says more or its pledge has ended meanwhile. */
    boolean decide(long uploadId, CheckReport report) {
        var upload = uploads.find(uploadId).orElseThrow(NotFound::new);
        pledges.lock(List.of(upload.signature().enrolment().id()));
        if (uploads.verdict(uploadId).isPresent()) {
            return false;
        }
        if (report.verdict() != CheckReport.Verdict.REFUSED
                && pledges.end(upload.signature().id()).isPresent()) {
            return refuse(upload, report, PledgeRefusal.NOT_IN_FORCE);
        }
        var accepted = uploads.decisive(upload.signature().id())
                .filter(found -> found.shown().isAccepted());
        if (accepted.isPresent() && report.verdict() == CheckReport.Verdict.ACCEPTED) {
            return refuse(upload, report, PledgeRefusal.SIGNED_BY_CERTIFICATE_ALREADY);
        }
        return verdict(upload, report).isPresent();
    }

    private boolean refuse(SignedUpload upload, CheckReport report, PledgeRefusal reason) {
        uploads.add(UploadVerdict.refused(
                upload, SignedUploads.written(report), reason.name(), RecordTime.cut(clock.instant())));
        return true;
    }

    private Optional<UploadVerdict> verdict(SignedUpload upload, CheckReport report) {
        var at = RecordTime.cut(clock.instant());
        var written = SignedUploads.written(report);
        var verdict =
                switch (report.verdict()) {
                    case AWAITING_CHECK -> null;
                    case ACCEPTED -> UploadVerdict.accepted(upload, written, entry(upload, report, at), at);
                    case REFUSED ->
                        UploadVerdict.refused(
                                upload,
                                written,
                                report.refusal().orElseThrow().reason().name(),
                                at);
                };
        if (verdict != null) {
            uploads.add(verdict);
        }
        return Optional.ofNullable(verdict);
    }

    private LedgerEntry entry(SignedUpload upload, CheckReport report, Instant at) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("version", VERSION);
        fields.put("kind", KIND);
        fields.put(
                "pledge_leaf_hash",
                HexFormat.of().formatHex(upload.signature().entry().leafHash()));
        fields.put("sha256", upload.sha256());
        fields.put("bytes", upload.bytes());
        fields.put(
                "certificate",
                Map.of(
                        "sha256", upload.certificateSha256(),
                        "subject", upload.signer(),
                        "issuer", upload.issuer(),
                        "serial", upload.serial()));
        fields.put("checks", report.fields());
        fields.put("uploaded_at", RecordTime.write(upload.uploadedAt()));
        fields.put("accepted_at", RecordTime.write(at));
        return ledger.write(KIND, fields);
    }
}
