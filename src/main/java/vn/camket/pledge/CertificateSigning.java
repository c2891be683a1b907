package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.camket.audit.Ledger;
import vn.camket.platform.Refusal;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;
import vn.camket.trust.CheckReport;
import vn.camket.trust.SignedCopies;

/**
 * Signing an issued pledge with a personal certificate, after it was confirmed by
 * password: the PDF goes out, is signed by the person's own software, and comes back. Voluntary; nothing else is called
 * a digital signature.
 */
@ApplicationScoped
public class CertificateSigning {
    private static final Logger LOG = Logger.getLogger(CertificateSigning.class.getName());
    private static final int BATCH = 50;

    private final Turns turns = new Turns();

    /** The last upload that was checked again: the next round goes on behind it. */
    private final AtomicLong last = new AtomicLong();

    @Inject
    UploadDesk desk;

    @Inject
    PledgeIssuing issuing;

    @Inject
    PdfShelf shelf;

    @Inject
    SignedCopies copies;

    @Inject
    Clock clock;

    /**
     * What came of an upload.
     *
     * @param state as it is stored; empty if the file was refused
     * @param report of a refused file; empty if it was taken in
     */
    public record Outcome(Optional<CertificateSignature> state, Optional<CheckReport> report) {}

    /**
     * Takes in a signed PDF of the caller's own pledge. The same file again gets the same answer.
     *
     * @throws vn.camket.platform.NotFound for a pledge that is not the caller's
     * @throws Refusal NOT_IN_FORCE, SIGNED_BY_CERTIFICATE_ALREADY, UPLOADS_TOO_MANY, PDF_DAMAGED; BUSY of the check
     */
    @Requires(Permission.TAKE_PART)
    public Outcome take(String typedCode, byte[] file) {
        var signature = desk.own(typedCode);
        return turns.in(signature.id(), () -> {
            var sha256 = Ledger.sha256(file);
            var before = desk.before(signature, sha256);
            if (before.isPresent()) {
                return new Outcome(before, Optional.empty());
            }
            var at = RecordTime.cut(clock.instant());
            var report = check(signature, file, at);
            if (report.verdict() == CheckReport.Verdict.REFUSED) {
                desk.noteRefused(signature, sha256, file.length, report);
                return new Outcome(Optional.empty(), Optional.of(report));
            }
            shelf.keep(file);
            return new Outcome(
                    Optional.of(desk.register(signature, sha256, file.length, report, at)), Optional.empty());
        });
    }

    private CheckReport check(Signature signature, byte[] file, Instant at) {
        return copies.check(issuing.pdf(signature), file, numbers -> desk.person(signature, numbers), at);
    }

    /** How far it has come, for the signer; empty if nothing was taken in. @throws vn.camket.platform.NotFound for others */
    @Requires(Permission.TAKE_PART)
    public Optional<CertificateSignature> own(String typedCode) {
        return desk.state(desk.own(typedCode));
    }

    /** How far it has come, for everybody who sees the receipt. */
    @Requires(Permission.TAKE_PART)
    public Optional<CertificateSignature> of(String typedCode) {
        return desk.state(desk.visible(typedCode));
    }

    /**
     * The signed PDF: for the signer, and once it is accepted for those who confirm the pledge.
     *
     * @throws vn.camket.platform.NotFound if there is none, or it is outside the caller's scope
     * @throws Refusal PDF_DAMAGED
     */
    @Requires(Permission.TAKE_PART)
    public byte[] file(String typedCode) {
        var state = desk.state(desk.visible(typedCode))
                .filter(found -> found.verdict() != CheckReport.Verdict.REFUSED)
                .orElseThrow(vn.camket.platform.NotFound::new);
        if (!state.isAccepted()) {
            desk.own(typedCode);
        }
        return shelf.read(state.fileSha256());
    }

    /** What strangers with the code may know: only a signature that was accepted. */
    public Optional<CertificateSignature> accepted(LookupCode code) {
        return desk.state(code).filter(CertificateSignature::isAccepted);
    }

    /**
     * Checks again what awaits a check, each once: first what the round before did not come to, then the others.
     *
     * @param until when to stop and leave the rest for another time
     * @return how many were decided
     */
    int checkAgain(Instant until) {
        var start = last.get();
        var decided = checkAgain(start, Long.MAX_VALUE, until);
        return decided + checkAgain(0, start, until);
    }

    private int checkAgain(long after, long end, Instant until) {
        var decided = 0;
        var reached = after;
        while (true) {
            var batch = desk.awaiting(reached, BATCH);
            for (var id : batch) {
                if (id > end || !clock.instant().isBefore(until)) {
                    return decided;
                }
                decided += isDecided(id) ? 1 : 0;
                reached = id;
                last.set(id);
            }
            if (batch.isEmpty()) {
                return decided;
            }
        }
    }

    /** One that cannot be checked must not keep the others from it. */
    private boolean isDecided(long id) {
        try {
            var upload = desk.upload(id).orElseThrow();
            var report = check(upload.signature(), shelf.read(upload.sha256()), upload.uploadedAt());
            return desk.decide(id, report);
        } catch (Refusal refusal) {
            LOG.warning(() -> "Signed upload " + id + " was not checked again: " + refusal.reason());
            return false;
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, failure, () -> "Signed upload " + id + " was not checked again");
            return false;
        }
    }
}
