package vn.camket.pledge;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import vn.camket.audit.Ledger;

/**
 * The PDF of a signed pledge, drawn from the frozen record alone, with that record attached as {@value #ATTACHMENT}.
 * Form by analogy with Decree 30/2020/NĐ-CP, Appendix I.
 */
final class PledgeDocument {
    static final String ATTACHMENT = "bang-chung.json";

    private static final float BODY = 13;
    private static final float LEADING = 1.25f;
    private static final float INDENT = 10 * PaperSheet.MM;
    private static final float QR = 20 * PaperSheet.MM;

    private final PledgePaper paper;
    private final byte[] record;
    private final LookupCode code;
    private final String address;

    /** @param record canonical bytes; @param address public one at which this pledge is checked */
    PledgeDocument(byte[] record, LookupCode code, String address) {
        var read = PledgeRecord.read(record);
        if (!read.lookupCodeSha256().equals(code.sha256())) {
            throw new IllegalArgumentException("The code is not that of the record");
        }
        this.paper = new PledgePaper(read.content(), read.signedAt());
        this.record = record.clone();
        this.code = code;
        this.address = address;
    }

    byte[] bytes() {
        try (var document = new PDDocument()) {
            describe(document);
            var sheet = new PaperSheet(document);
            draw(sheet);
            sheet.close();
            sheet.number();
            attach(document);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void describe(PDDocument document) {
        var digest = Ledger.sha256(record);
        document.setVersion(1.7f);
        document.setDocumentId(ByteBuffer.wrap(digest).getLong());
        var information = document.getDocumentInformation();
        information.setTitle(paper.title() + " – " + paper.fullName());
        information.setSubject(paper.subject());
        information.setCreator("Camket");
        information.setCreationDate(GregorianCalendar.from(paper.at().atZone(ZoneOffset.UTC)));
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage("vi-VN");
        var preferences = new PDViewerPreferences(catalog.getCOSObject());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    private void draw(PaperSheet sheet) throws IOException {
        head(sheet);
        title(sheet);
        body(sheet);
        signatures(sheet);
        foot(sheet);
    }

    private void head(PaperSheet sheet) throws IOException {
        var middle = PaperSheet.LEFT + PaperSheet.WIDTH * 0.4f;
        if (!paper.superior().isEmpty()) {
            sheet.centred(sheet.regular, 12, paper.superior(), PaperSheet.LEFT, middle);
        }
        sheet.centred(sheet.bold, 12, paper.agency(), PaperSheet.LEFT, middle);
        var third = (middle - PaperSheet.LEFT) / 3;
        sheet.rule(PaperSheet.LEFT + third, middle - third, sheet.y() + 4);
        var left = sheet.y() + 4;

        sheet.moveTo(PaperSheet.TOP);
        sheet.centred(sheet.bold, 12, paper.nation(), middle, PaperSheet.RIGHT);
        sheet.centred(sheet.bold, 13, paper.motto(), middle, PaperSheet.RIGHT);
        var half = sheet.width(sheet.bold, 13, paper.motto()) / 2;
        var centre = (middle + PaperSheet.RIGHT) / 2;
        sheet.rule(centre - half, centre + half, sheet.y() + 4);
        sheet.skip(8);
        sheet.centred(sheet.italic, 13, paper.placeAndDay(), middle, PaperSheet.RIGHT);
        sheet.moveTo(Math.max(left, sheet.y()) + 14);
    }

    private void title(PaperSheet sheet) throws IOException {
        sheet.centred(sheet.bold, 14, paper.title(), PaperSheet.LEFT, PaperSheet.RIGHT);
        sheet.centred(sheet.bold, 13, paper.subject(), PaperSheet.LEFT, PaperSheet.RIGHT);
        sheet.centred(sheet.bold, 13, paper.round(), PaperSheet.LEFT, PaperSheet.RIGHT);
        var centre = PaperSheet.LEFT + PaperSheet.WIDTH / 2;
        sheet.rule(centre - 40, centre + 40, sheet.y() + 5);
        sheet.skip(12);
        sheet.centred(sheet.regular, BODY, paper.addressees(), PaperSheet.LEFT, PaperSheet.RIGHT);
        sheet.skip(4);
    }

    private void body(PaperSheet sheet) throws IOException {
        paragraph(
                sheet,
                new PaperSheet.Run(sheet.regular, paper.iAm()),
                new PaperSheet.Run(sheet.bold, paper.fullName() + "."));
        for (var line : paper.particulars()) {
            paragraph(sheet, new PaperSheet.Run(sheet.regular, line));
        }
        if (paper.modules().isPresent()) {
            paragraph(sheet, new PaperSheet.Run(sheet.regular, paper.modules().get()));
        }
        paragraph(sheet, new PaperSheet.Run(sheet.regular, paper.opening()));
        for (var clause : paper.clauses()) {
            paragraph(sheet, new PaperSheet.Run(sheet.regular, clause.number() + ". " + clause.wording()));
        }
        paragraph(sheet, new PaperSheet.Run(sheet.regular, paper.closing()));
    }

    private static void paragraph(PaperSheet sheet, PaperSheet.Run... runs) throws IOException {
        sheet.skip(6);
        sheet.paragraph(BODY, INDENT, LEADING, List.of(runs));
    }

    private void signatures(PaperSheet sheet) throws IOException {
        sheet.skip(10);
        sheet.need(130);
        var top = sheet.y();
        var middle = PaperSheet.LEFT + PaperSheet.WIDTH / 2;
        sheet.centred(sheet.bold, BODY, paper.headConfirms(), PaperSheet.LEFT, middle - 8);
        sheet.centred(sheet.italic, 12, paper.headConfirmsWhere(), PaperSheet.LEFT, middle - 8);
        sheet.moveTo(top);
        sheet.centred(sheet.bold, BODY, paper.signer(), middle + 8, PaperSheet.RIGHT);
        sheet.skip(10);
        var box = sheet.y();
        sheet.skip(3);
        sheet.centred(sheet.regular, 11, paper.confirmed(), middle + 8, PaperSheet.RIGHT);
        sheet.centred(sheet.regular, 11, paper.stamp(), middle + 8, PaperSheet.RIGHT);
        sheet.centred(sheet.regular, 11, code.grouped(), middle + 8, PaperSheet.RIGHT);
        sheet.box(middle + 14, box, PaperSheet.RIGHT - middle - 20, sheet.y() - box + 6);
        sheet.skip(18);
        sheet.centred(sheet.bold, BODY, paper.fullName(), middle + 8, PaperSheet.RIGHT);
    }

    /** At the bottom of the last sheet: how it was confirmed, where it is checked, the hash of what was signed. */
    private void foot(PaperSheet sheet) throws IOException {
        sheet.need(QR + 18);
        var top = PaperSheet.BOTTOM - QR;
        sheet.rule(PaperSheet.LEFT, PaperSheet.RIGHT, top - 6);
        qr(sheet, PaperSheet.LEFT, top);
        var x = PaperSheet.LEFT + QR + 10;
        var pages = sheet.pages().size();
        var lines = List.of(
                paper.foot(),
                paper.lookup(code.grouped()),
                paper.checkAt(address),
                paper.hash(HexFormat.of().formatHex(Ledger.sha256(record))),
                paper.page(pages, pages));
        for (var index = 0; index < lines.size(); index++) {
            sheet.line(sheet.regular, 9, lines.get(index), x, top + 8 + 12 * index);
        }
    }

    private void qr(PaperSheet sheet, float x, float top) throws IOException {
        try {
            var matrix = new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0));
            var module = QR / matrix.getWidth();
            for (var row = 0; row < matrix.getHeight(); row++) {
                for (var column = 0; column < matrix.getWidth(); column++) {
                    if (matrix.get(column, row)) {
                        sheet.square(x + column * module, top + row * module, module);
                    }
                }
            }
            sheet.fill();
        } catch (WriterException tooLong) {
            throw new IllegalStateException(tooLong);
        }
    }

    private void attach(PDDocument document) throws IOException {
        var file = new PDEmbeddedFile(document, new ByteArrayInputStream(record), COSName.FLATE_DECODE);
        file.setSubtype("application/json");
        file.setSize(record.length);
        var specification = new PDComplexFileSpecification();
        specification.setFile(ATTACHMENT);
        specification.setFileUnicode(ATTACHMENT);
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Source");
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(ATTACHMENT, specification));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }
}
