package vn.camket.pledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.camket.audit.CanonicalRecord;
import vn.camket.audit.Ledger;
import vn.camket.audit.Seal;
import vn.camket.organization.Agency;
import vn.camket.platform.web.Format;

/**
 * The list of the pledges that one act confirmed, drawn from its record; the particulars of the signers are those of the
 * records that it names by their hashes. Form by analogy with Decree 30/2020/NĐ-CP, Appendix I. No lookup code stands on
 * it: who holds the list must not get at each of its pledges.
 *
 * @param record canonical bytes of the confirmation
 * @param lines one for each pledge, in the order of their signing
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record ConfirmedListDocument(
        byte[] record,
        String superior,
        String agency,
        String place,
        String confirmer,
        String post,
        Instant at,
        List<String> lines) {
    private static final float BODY = 13;
    private static final float INDENT = 10 * PaperSheet.MM;
    private static final float LEADING = 1.25f;
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    static ConfirmedListDocument of(ConfirmedActs.Whole whole) {
        var fields = new RecordFields(CanonicalRecord.read(whole.entry().record()));
        var confirmer = fields.part("confirmer");
        var lineage = whole.lineage();
        return new ConfirmedListDocument(
                whole.entry().record(),
                lineage.size() < 2 ? "" : lineage.get(lineage.size() - 2).name().toUpperCase(VIETNAMESE),
                whole.agency().name().toUpperCase(VIETNAMESE),
                lineage.stream()
                        .map(Agency::place)
                        .flatMap(java.util.Optional::stream)
                        .reduce((upper, lower) -> lower)
                        .orElse(""),
                confirmer.text("full_name"),
                confirmer.text("position"),
                RecordTime.read(fields.text("confirmed_at")),
                whole.signatures().stream().map(ConfirmedListDocument::line).toList());
    }

    private static String line(Signature signature) {
        var record = PledgeRecord.read(signature.entry().record());
        var signer = record.content().signer();
        return PledgePaper.text(
                signer.position().isEmpty() ? "list.line-without-post" : "list.line",
                signer.fullName(),
                signer.employeeCode(),
                signer.position(),
                signer.agency().name(),
                Format.moment(record.signedAt()),
                signature.leafHash());
    }

    /** @param proof the file that proves the record in the ledger; @throws vn.camket.platform.Refusal KEY_NOT_VALID */
    Seal.Sealed sealed(byte[] proof, Seal seal) {
        try (var document = new PDDocument()) {
            var title = PledgePaper.text("list.title");
            PaperFile.describe(document, record, title + " – " + agency, PledgePaper.text("list.subject"), at);
            var sheet = new PaperSheet(document, new PaperFaces(document), LEADING, false);
            draw(sheet, title);
            sheet.margins((number, of) -> foot(sheet, number, of));
            PaperFile.attach(document, Map.of(PledgeDocument.ATTACHMENT, record, PledgeDocument.PROOF, proof));
            return seal.seal(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void draw(PaperSheet sheet, String title) throws IOException {
        PaperFile.head(sheet, superior, agency, PledgePaper.placeAndDay(place, at));
        sheet.centred(sheet.bold, 14, title, PaperSheet.LEFT, PaperSheet.RIGHT);
        sheet.centred(sheet.bold, 13, PledgePaper.text("list.subject"), PaperSheet.LEFT, PaperSheet.RIGHT);
        sheet.skip(9);
        paragraph(
                sheet,
                PledgePaper.text(
                        post.isEmpty() ? "list.opening-without-post" : "list.opening",
                        Format.moment(at),
                        confirmer,
                        post,
                        String.valueOf(lines.size())));
        for (var index = 0; index < lines.size(); index++) {
            paragraph(sheet, index + 1 + ". " + lines.get(index));
        }
        signature(sheet);
    }

    private static void paragraph(PaperSheet sheet, String text) throws IOException {
        sheet.skip(6);
        sheet.paragraph(BODY, INDENT, List.of(new PaperSheet.Run(sheet.regular, text)));
    }

    private void signature(PaperSheet sheet) throws IOException {
        var middle = PaperSheet.LEFT + PaperSheet.WIDTH * 0.5f;
        sheet.need(6 * BODY * PaperSheet.SINGLE);
        sheet.skip(12);
        sheet.centred(sheet.bold, BODY, PledgePaper.text("list.confirmer"), middle, PaperSheet.RIGHT);
        sheet.centred(sheet.regular, 11, PledgePaper.text("confirmed"), middle, PaperSheet.RIGHT);
        sheet.centred(sheet.bold, BODY, confirmer, middle, PaperSheet.RIGHT);
    }

    private void foot(PaperSheet sheet, int number, int of) throws IOException {
        var top = PaperSheet.BOTTOM + 8;
        sheet.rule(PaperSheet.LEFT, PaperSheet.RIGHT, top);
        sheet.line(
                sheet.regular,
                8.5f,
                PledgePaper.text("hash", HexFormat.of().formatHex(Ledger.sha256(record))),
                PaperSheet.LEFT,
                top + 10.5f);
        sheet.line(
                sheet.regular,
                8.5f,
                PledgePaper.text("page", String.valueOf(number), String.valueOf(of)),
                PaperSheet.LEFT,
                top + 21);
    }
}
