package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.camket.audit.Seal;
import vn.camket.platform.Refusal;
import vn.camket.platform.Settings;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * Handing out the PDF of a signed pledge: made and sealed at the first request or in the
 * night, stored once under its hash, never made again. A stored file that is missing or changed is an error to be looked into, not a reason for a new one.
 */
@ApplicationScoped
public class PledgeIssuing {
    private static final Logger LOG = Logger.getLogger(PledgeIssuing.class.getName());

    private static final int BATCH = 50;

    private final Turns turns = new Turns();

    @Inject
    IssuingDesk desk;

    @Inject
    PledgeEvidence evidence;

    @Inject
    Seal seal;

    @Inject
    PdfShelf shelf;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /**
     * The PDF of a pledge, the caller's own or in the scope of the pledges the caller confirms.
     *
     * @return the bytes that were issued first, for ever the same
     * @throws vn.camket.platform.NotFound for a code that is none, unknown, or outside the caller's scope
     * @throws vn.camket.platform.Refusal PDF_DAMAGED
     */
    @Requires(Permission.TAKE_PART)
    public byte[] pdf(String typedCode) {
        return pdf(desk.visible(typedCode));
    }

    /** The PDF of a signature, for work that has asked for the permission itself. @throws Refusal PDF_DAMAGED */
    byte[] pdf(Signature signature) {
        return shelf.read(
                desk.issued(signature).orElseGet(() -> issueOnce(signature)).sha256());
    }

    /**
     * Makes the PDFs that nobody has asked for yet.
     *
     * @param until when to stop and leave the rest for another night
     * @return how many were made
     */
    int issueRest(Instant until) {
        var made = 0;
        var last = 0L;
        for (var batch = desk.withoutPdf(last, BATCH); !batch.isEmpty(); batch = desk.withoutPdf(last, BATCH)) {
            for (var signature : batch) {
                if (!clock.instant().isBefore(until)) {
                    return made;
                }
                made += issuedNow(signature) ? 1 : 0;
                last = signature.id();
            }
        }
        return made;
    }

    /** One that cannot be made must not keep the others from being made. */
    private boolean issuedNow(Signature signature) {
        try {
            issueOnce(signature);
            return true;
        } catch (Refusal | IllegalStateException failure) {
            LOG.log(Level.SEVERE, failure, () -> "The PDF of signature " + signature.id() + " was not made");
            return false;
        }
    }

    private PledgePdf issueOnce(Signature signature) {
        return turns.in(signature.id(), () -> desk.issued(signature).orElseGet(() -> issue(signature)));
    }

    private PledgePdf issue(Signature signature) {
        if (!signature.entry().isWhole()) {
            throw PledgeRefusal.PDF_DAMAGED.with();
        }
        var code = signature.lookupCode();
        var sealed = new PledgeDocument(
                        signature.entry().record(), code, settings.publicUrl() + "/verify/" + code.value())
                .with(evidence.of(signature))
                .sealed(seal);
        return desk.register(signature, shelf.keep(sealed.bytes()), sealed.bytes().length, sealed.keyId());
    }
}
