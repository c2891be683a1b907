package vn.camket.pledge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import vn.camket.audit.Ledger;

/** What every issued PDF has beside its sheets: its description, its attachments, the head of an official paper. */
final class PaperFile {
    private PaperFile() {}

    /** @param record from which it is drawn; the same record always gives the same id */
    static void describe(PDDocument document, byte[] record, String title, String subject, Instant at) {
        document.setVersion(1.7f);
        document.setDocumentId(ByteBuffer.wrap(Ledger.sha256(record)).getLong());
        var information = document.getDocumentInformation();
        information.setTitle(title);
        information.setSubject(subject);
        information.setCreator("Camket");
        information.setCreationDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage("vi-VN");
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    /** @param superior may be empty; @param placeAndDay under the national title */
    static void head(PaperSheet sheet, String superior, String agency, String placeAndDay) throws IOException {
        var middle = PaperSheet.LEFT + PaperSheet.WIDTH * 0.42f;
        if (!superior.isEmpty()) {
            sheet.centred(sheet.regular, 12, superior, PaperSheet.LEFT, middle - 6);
        }
        sheet.centred(sheet.bold, 12, agency, PaperSheet.LEFT, middle - 6);
        var third = (middle - PaperSheet.LEFT) / 3;
        sheet.rule(PaperSheet.LEFT + third, middle - third, sheet.y() + 4);
        var left = sheet.y() + 4;

        sheet.moveTo(PaperSheet.TOP);
        sheet.centred(sheet.bold, 12, PledgePaper.text("nation"), middle, PaperSheet.RIGHT);
        var motto = PledgePaper.text("motto");
        sheet.centred(sheet.bold, 13, motto, middle, PaperSheet.RIGHT);
        var half = sheet.width(sheet.bold, 13, motto) / 2;
        var centre = (middle + PaperSheet.RIGHT) / 2;
        sheet.rule(centre - half, centre + half, sheet.y() + 4);
        sheet.skip(6);
        sheet.centred(sheet.italic, 13, placeAndDay, middle, PaperSheet.RIGHT);
        sheet.moveTo(Math.max(left, sheet.y()) + 10);
    }

    /** @param attachments JSON by name */
    static void attach(PDDocument document, Map<String, byte[]> attachments) throws IOException {
        var specifications = new LinkedHashMap<String, PDComplexFileSpecification>();
        for (var attachment : attachments.entrySet()) {
            specifications.put(
                    attachment.getKey(), specification(document, attachment.getKey(), attachment.getValue()));
        }
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(specifications);
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    private static PDComplexFileSpecification specification(PDDocument document, String name, byte[] content)
            throws IOException {
        var file = new PDEmbeddedFile(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
        file.setSubtype("application/json");
        file.setSize(content.length);
        var specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Source");
        return specification;
    }
}
