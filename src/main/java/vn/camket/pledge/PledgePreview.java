package vn.camket.pledge;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.util.Matrix;

/**
 * How a pledge text will look as a PDF: with a watermark, without a record, a code or a seal, so that nobody takes it for a
 * signed one.
 */
final class PledgePreview {
    private static final float MARK = 64;
    private static final float SIGNATURES = 110;
    private static final Color PALE = new Color(214, 214, 214);

    private final PledgePaper paper;

    PledgePreview(PledgePaper paper) {
        this.paper = paper;
    }

    byte[] bytes() {
        try (var document = new PDDocument()) {
            document.getDocumentInformation().setTitle(paper.preview() + " – " + paper.title());
            document.getDocumentCatalog().setLanguage("vi-VN");
            var faces = new PaperFaces(document);
            var sheet = new PaperSheet(document, faces, PaperLayout.leading(document, faces, this::draw), false);
            draw(sheet);
            sheet.margins((number, of) -> sheet.line(
                    sheet.regular,
                    8.5f,
                    paper.previewNote() + " " + paper.page(number, of),
                    PaperSheet.LEFT,
                    PaperSheet.BOTTOM + 18));
            for (var page : document.getPages()) {
                mark(document, page, faces);
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void draw(PaperSheet sheet) throws IOException {
        new PaperLayout(paper).draw(sheet, SIGNATURES);
        sheet.need(SIGNATURES);
        sheet.skip(8);
        var top = sheet.y();
        var middle = PaperSheet.LEFT + PaperSheet.WIDTH / 2;
        sheet.centred(sheet.bold, PaperLayout.BODY, paper.headConfirms(), PaperSheet.LEFT, middle);
        sheet.moveTo(top);
        sheet.centred(sheet.bold, PaperLayout.BODY, paper.signer(), middle, PaperSheet.RIGHT);
    }

    /** Across the sheet and under its words. */
    private void mark(PDDocument document, PDPage page, PaperFaces faces) throws IOException {
        var box = page.getMediaBox();
        var half = faces.width(faces.bold, MARK, paper.preview()) / 2;
        try (var content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.PREPEND, true, true)) {
            content.saveGraphicsState();
            content.setNonStrokingColor(PALE);
            content.beginText();
            content.setFont(faces.bold, MARK);
            var turned = Matrix.getRotateInstance(Math.PI / 4, box.getWidth() / 2, box.getHeight() / 2);
            turned.concatenate(Matrix.getTranslateInstance(-half, -MARK / 3));
            content.setTextMatrix(turned);
            content.showText(faces.checked(faces.bold, paper.preview()));
            content.endText();
            content.restoreGraphicsState();
        }
    }
}
