package vn.camket.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * Room for a signature in a new PDF: the file is written once with a gap for it, signed around the gap, and the gap is
 * filled (ISO 32000-1, 12.8). One revision with one plain cross-reference table: later signatures of other software leave
 * such a file readable everywhere. Afterwards only forms and further signatures may be added (DocMDP, level 2).
 */
final class PdfSignatureRoom {
    private static final int PLACE = 1_999_999_999;
    private static final int FORMS_AND_SIGNATURES = 2;

    private final byte[] file;
    private final int gap;
    private final int afterGap;

    /** @param room for the signature, in bytes; @param at written into the file as the time of the signature */
    PdfSignatureRoom(PDDocument document, int room, Instant at) throws IOException {
        var marker = new byte[room];
        reserve(document, marker, at);
        var bytes = new ByteArrayOutputStream();
        document.save(bytes, CompressParameters.NO_COMPRESSION);
        file = bytes.toByteArray();
        var written = "/Contents <" + "00".repeat(room) + ">";
        gap = find(file, written) + "/Contents ".length();
        afterGap = gap + 2 * room + 2;
    }

    private static void reserve(PDDocument document, byte[] marker, Instant at) throws IOException {
        var signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
        signature.setSignDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
        var dictionary = signature.getCOSObject();
        dictionary.setItem(COSName.CONTENTS, new COSString(marker, true));
        dictionary.setItem(COSName.BYTERANGE, numbers(0, PLACE, PLACE, PLACE));
        dictionary.setItem(COSName.getPDFName("Reference"), allowed());

        var form = new PDAcroForm(document);
        document.getDocumentCatalog().setAcroForm(form);
        form.setSignaturesExist(true);
        form.setAppendOnly(true);
        var field = new PDSignatureField(form);
        field.setPartialName("seal");
        var widget = field.getWidgets().get(0);
        widget.setRectangle(new PDRectangle());
        widget.setPage(document.getPage(0));
        widget.setPrinted(true);
        widget.setLocked(true);
        field.getCOSObject().setItem(COSName.V, dictionary);
        form.setFields(List.of(field));
        document.getPage(0).setAnnotations(List.of(widget));

        var permissions = new COSDictionary();
        permissions.setItem(COSName.getPDFName("DocMDP"), dictionary);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.PERMS, permissions);
    }

    private static COSArray allowed() {
        var parameters = new COSDictionary();
        parameters.setItem(COSName.TYPE, COSName.getPDFName("TransformParams"));
        parameters.setInt(COSName.P, FORMS_AND_SIGNATURES);
        parameters.setName(COSName.V, "1.2");
        var reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("SigRef"));
        reference.setItem(COSName.getPDFName("TransformMethod"), COSName.getPDFName("DocMDP"));
        reference.setItem(COSName.getPDFName("TransformParams"), parameters);
        var references = new COSArray();
        references.add(reference);
        return references;
    }

    private static COSArray numbers(long... numbers) {
        var array = new COSArray();
        for (var number : numbers) {
            array.add(COSInteger.get(number));
        }
        return array;
    }

    /** @param signs makes the signature of everything around the gap; no longer than the room */
    byte[] fill(UnaryOperator<byte[]> signs) {
        writeRange();
        var around = new ByteArrayOutputStream(file.length);
        around.write(file, 0, gap);
        around.write(file, afterGap, file.length - afterGap);
        var signature =
                HexFormat.of().formatHex(signs.apply(around.toByteArray())).getBytes(StandardCharsets.US_ASCII);
        if (signature.length > afterGap - gap - 2) {
            throw new IllegalStateException("The signature is too long for its room: " + signature.length / 2);
        }
        System.arraycopy(signature, 0, file, gap + 1, signature.length);
        return file;
    }

    private void writeRange() {
        var placeholder = "0 " + PLACE + " " + PLACE + " " + PLACE;
        var range = "0 " + gap + " " + afterGap + " " + (file.length - afterGap);
        var padded = range + " ".repeat(placeholder.length() - range.length());
        var at = find(file, placeholder);
        System.arraycopy(padded.getBytes(StandardCharsets.US_ASCII), 0, file, at, padded.length());
    }

    /** From the end, where the signature is written. @throws IllegalStateException if it is not there */
    private static int find(byte[] file, String text) {
        var at = new String(file, StandardCharsets.ISO_8859_1).lastIndexOf(text);
        if (at < 0) {
            throw new IllegalStateException("The file has no room for a signature");
        }
        return at;
    }
}
