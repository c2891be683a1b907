package vn.camket.pledge;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.camket.audit.Ledger;
import vn.camket.audit.Seal;
import vn.camket.platform.access.Authentication;

/**
 * The PDF of a signed pledge, drawn from the frozen record alone, with that record attached as {@value #ATTACHMENT}
 * and, when it is issued, what proves it in the ledger as {@value #PROOF}.
 * Form by analogy with Decree 30/2020/NĐ-CP, Appendix I.
 */
final class PledgeDocument {
    static final String ATTACHMENT = "bang-chung.json";
    static final String PROOF = "so-bang-chung.json";

    private static final float BODY = PaperLayout.BODY;
    private static final float QR = 18 * PaperSheet.MM;

    /** Between the columns of the two signatures. */
    private static final float MIDDLE = PaperSheet.LEFT + PaperSheet.WIDTH * 0.57f;

    private final PledgePaper paper;
    private final byte[] record;
    private final Authentication authentication;
    private final LookupCode code;
    private final String address;
    private final Map<String, byte[]> attachments = new LinkedHashMap<>();

    /** @param record canonical bytes; @param address public one at which this pledge is checked */
    PledgeDocument(byte[] record, LookupCode code, String address) {
        var read = PledgeRecord.read(record);
        if (!read.lookupCodeSha256().equals(code.sha256())) {
            throw new IllegalArgumentException("The code is not that of the record");
        }
        this.paper = new PledgePaper(read.content(), read.signedAt());
        this.authentication = read.authentication();
        this.record = record.clone();
        this.code = code;
        this.address = address;
        attachments.put(ATTACHMENT, this.record);
    }

    /** Attaches the file that proves the record in the ledger. */
    PledgeDocument with(byte[] proof) {
        attachments.put(PROOF, proof);
        return this;
    }

    /** Seals the document and writes it. @throws vn.camket.platform.Refusal KEY_NOT_VALID */
    Seal.Sealed sealed(Seal seal) {
        return finished(seal::seal);
    }

    /** Without a seal: the same record always gives the same bytes. */
    byte[] bytes() {
        return finished(document -> {
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        });
    }

    /** What becomes of the drawn document. */
    interface Finish<T> {
        T of(PDDocument document) throws IOException;
    }

    <T> T finished(Finish<T> finish) {
        try (var document = new PDDocument()) {
            PaperFile.describe(document, record, paper.title() + " – " + paper.fullName(), paper.subject(), paper.at());
            var faces = new PaperFaces(document);
            var sheet = new PaperSheet(document, faces, PaperLayout.leading(document, faces, this::draw), false);
            draw(sheet);
            sheet.margins((number, of) -> foot(sheet, number, of));
            PaperFile.attach(document, attachments);
            return finish.of(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void draw(PaperSheet sheet) throws IOException {
        new PaperLayout(paper).draw(sheet, signaturesHeight(sheet));
        signatures(sheet);
    }

    private float signaturesHeight(PaperSheet sheet) throws IOException {
        var name = sheet.height(sheet.bold, BODY, paper.fullName(), PaperSheet.RIGHT - MIDDLE);
        return 8 + PaperSheet.SINGLE * BODY + 5 + 2 * PaperSheet.SINGLE * 11 + 8 + name;
    }

    private void signatures(PaperSheet sheet) throws IOException {
        sheet.need(signaturesHeight(sheet));
        sheet.skip(8);
        var top = sheet.y();
        var middle = MIDDLE;
        qr(sheet, PaperSheet.LEFT, top + 3);
        var left = PaperSheet.LEFT + QR + 6;
        sheet.centred(sheet.bold, BODY, paper.headConfirms(), left, middle);
        sheet.centred(sheet.italic, 12, paper.headConfirmsWhere(), left, middle);
        sheet.moveTo(top);
        sheet.centred(sheet.bold, BODY, paper.signer(), middle, PaperSheet.RIGHT);
        sheet.skip(5);
        var box = sheet.y();
        sheet.centred(sheet.regular, 11, paper.confirmed(), middle, PaperSheet.RIGHT);
        sheet.centred(sheet.regular, 11, paper.stamp(), middle, PaperSheet.RIGHT);
        sheet.box(middle + 8, box, PaperSheet.RIGHT - middle - 16, sheet.y() - box + 5);
        sheet.skip(8);
        sheet.centred(sheet.bold, BODY, paper.fullName(), middle, PaperSheet.RIGHT);
    }

    /** In the lower margin of every sheet: how it was confirmed, where it is checked, the hash of what was signed. */
    private void foot(PaperSheet sheet, int number, int of) throws IOException {
        var top = PaperSheet.BOTTOM + 8;
        sheet.rule(PaperSheet.LEFT, PaperSheet.RIGHT, top);
        var lines = List.of(
                paper.foot(authentication) + "; " + paper.lookup(code.grouped()),
                paper.checkAt(address) + " · " + paper.page(number, of),
                paper.hash(HexFormat.of().formatHex(Ledger.sha256(record))));
        for (var index = 0; index < lines.size(); index++) {
            sheet.line(sheet.regular, 8.5f, lines.get(index), PaperSheet.LEFT, top + 10.5f * (index + 1));
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
}
