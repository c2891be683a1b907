package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.camket.audit.LogProofs;
import vn.camket.audit.Seal;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * The sheet of a pledge's commitments as a PDF for the yearly evaluation: made and sealed at the first request, stored once
 * under its hash, never made again. For whom it is about and for those who rate that person.
 */
@ApplicationScoped
public class SheetIssuing {
    private final Turns turns = new Turns();

    @Inject
    SheetPdfs pdfs;

    @Inject
    LogProofs proofs;

    @Inject
    Seal seal;

    @Inject
    PdfShelf shelf;

    /**
     * @return the bytes that were issued first, for ever the same
     * @throws vn.camket.platform.NotFound if there is no such sheet, or it is of somebody else whom the caller does not rate
     * @throws vn.camket.platform.Refusal PDF_DAMAGED
     */
    @Requires(Permission.TAKE_PART)
    public byte[] pdf(long sheetId) {
        var sheet = pdfs.visible(sheetId);
        return shelf.read(pdfs.issued(sheetId)
                .orElseGet(() -> turns.in(sheetId, () -> pdfs.issued(sheetId).orElseGet(() -> issue(sheet))))
                .sha256());
    }

    private SheetPdf issue(ThreadSheet sheet) {
        if (!sheet.entry().isWhole()) {
            throw PledgeRefusal.PDF_DAMAGED.with();
        }
        var sealed = SheetDocument.of(sheet.entry().record()).sealed(proofs.file(sheet.entry()), seal);
        return pdfs.register(sheet, shelf.keep(sealed.bytes()), sealed.bytes().length, sealed.keyId());
    }
}
