package vn.camket.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** Files that must not pass, each with the check at which it stops. */
final class Attacks {
    /** @param alone whether the file is well signed as far as the mathematics goes: only what it changed speaks against it */
    @SuppressWarnings("ArrayRecordComponent") // read only
    record Attack(byte[] file, TrustRefusal reason, boolean alone) {}

    private Attacks() {}

    /** Things done to the document in the very revision that is signed by the right person with the right certificate. */
    static Map<String, Attack> inTheSignedRevision() {
        var attacks = new LinkedHashMap<String, Attack>();
        changed(attacks, "a note over the clauses", Attacks::note);
        changed(attacks, "a white box drawn over the clauses", Attacks::whiteBox);
        changed(attacks, "another page in place of the first", Attacks::swappedPage);
        changed(attacks, "a page added", document -> document.addPage(new PDPage(PDRectangle.A4)));
        changed(attacks, "a page of another size", document -> {
            document.getPage(0).setCropBox(new PDRectangle(0, 400, 595, 400));
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
        });
        changed(attacks, "the page turned", document -> {
            document.getPage(0).setRotation(180);
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
        });
        changed(attacks, "other contents under the old number", Attacks::rewrittenContents);
        changed(attacks, "a script at opening", document -> {
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        });
        changed(attacks, "a field that shows another text", Attacks::textField);
        changed(attacks, "a script in the widget", document -> widget(document)
                .setItem(COSName.AA, new PDActionJavaScript("app.alert(1)").getCOSObject()));
        changed(attacks, "a script in the picture", document -> {
            var trick = new COSDictionary();
            trick.setItem("JS", new COSString("app.alert(1)"));
            widget(document).setItem(COSName.MK, trick);
        });
        changed(attacks, "other attachments", document -> {
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.NAMES);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        });
        changed(attacks, "the seal's permissions removed", document -> {
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.PERMS);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        });
        changed(attacks, "the seal's field removed", document -> {
            var fields = (COSArray)
                    document.getDocumentCatalog().getAcroForm().getCOSObject().getDictionaryObject(COSName.FIELDS);
            fields.remove(0);
            fields.setNeedToBeUpdated(true);
            document.getDocumentCatalog().getAcroForm().getCOSObject().setNeedToBeUpdated(true);
        });
        changed(attacks, "a picture that does not shrink with the page", document -> widget(document)
                .setInt(COSName.F, 4 | 8));
        return attacks;
    }

    private static void changed(Map<String, Attack> attacks, String name, PersonalSigner.Meddling meddling) {
        attacks.put(
                name,
                new Attack(
                        SampleCheck.signer().meddling(meddling).sign(SampleCheck.ISSUED),
                        TrustRefusal.CONTENT_CHANGED,
                        true));
    }

    /** Things done to the bytes, before or after an honest signature. */
    static Map<String, Attack> onTheBytes() {
        var honest = SampleCheck.signer().sign(SampleCheck.ISSUED);
        var issued = SampleCheck.ISSUED;
        var attacks = new LinkedHashMap<String, Attack>();
        put(attacks, "the issued file again", issued, TrustRefusal.NO_NEW_SIGNATURE);
        put(
                attacks,
                "written anew, then signed",
                SampleCheck.signer().sign(saved(issued)),
                TrustRefusal.NOT_THE_ISSUED_FILE);
        put(attacks, "another pledge's file", SampleCheck.signer().sign(other()), TrustRefusal.NOT_THE_ISSUED_FILE);
        put(
                attacks,
                "a letter of the issued part",
                flipped(honest, issued.length / 2),
                TrustRefusal.NOT_THE_ISSUED_FILE);
        put(attacks, "the issued part cut", Arrays.copyOf(issued, issued.length - 9), TrustRefusal.NOT_THE_ISSUED_FILE);
        put(attacks, "nothing", new byte[0], TrustRefusal.NOT_THE_ISSUED_FILE);
        put(attacks, "no PDF", "Tôi đã ký".getBytes(StandardCharsets.UTF_8), TrustRefusal.NOT_THE_ISSUED_FILE);
        put(attacks, "too large", Arrays.copyOf(honest, 6 * 1_048_576), TrustRefusal.FILE_TOO_LARGE);
        put(attacks, "much behind it", Arrays.copyOf(honest, 4 * 1_048_576), TrustRefusal.FILE_UNREADABLE);
        put(attacks, "cut off", Arrays.copyOf(honest, honest.length - 40), TrustRefusal.FILE_UNREADABLE);
        put(attacks, "garbage behind it", joined(issued, new byte[20_000]), TrustRefusal.FILE_UNREADABLE);
        put(
                attacks,
                "a line at the end",
                joined(honest, "% hôm sau\n".getBytes(StandardCharsets.UTF_8)),
                TrustRefusal.FILE_UNREADABLE);
        put(attacks, "a note without a signature", revised(issued, Attacks::note), TrustRefusal.NO_NEW_SIGNATURE);
        put(attacks, "a note afterwards", revised(honest, Attacks::note), TrustRefusal.FURTHER_REVISION);
        put(attacks, "two signatures", SampleCheck.signer().sign(honest), TrustRefusal.FURTHER_REVISION);
        put(
                attacks,
                "signed after a revision",
                SampleCheck.signer().sign(revised(issued, Attacks::note)),
                TrustRefusal.FURTHER_REVISION);
        put(
                attacks,
                "a range that does not begin at the beginning",
                range(honest, "[0 ", "[9 "),
                TrustRefusal.RANGE_WRONG);
        put(attacks, "a range that stops early", shorterRange(honest), TrustRefusal.RANGE_WRONG);
        put(attacks, "a wider gap", widerGap(honest), TrustRefusal.RANGE_WRONG);
        put(
                attacks,
                "a byte of the signed part",
                flipped(honest, lastIndex(honest, "/SigFlags") + 1),
                TrustRefusal.SIGNATURE_WRONG);
        put(
                attacks,
                "the words of the page taken away",
                edited(honest, "trailer", contents(issued) + " 1\n0000000000 00001 f \ntrailer"),
                TrustRefusal.FILE_UNREADABLE);
        put(
                attacks,
                "a size that hides objects",
                range(honest, "trailer", "/Size \\d+", "/Size 5"),
                TrustRefusal.FILE_UNREADABLE);
        put(
                attacks,
                "objects behind a first end mark",
                edited(
                        honest,
                        "startxref",
                        "startxref\n1\n%%EOF\n5 0 obj\n<<>>\nendobj\n" + " ".repeat(60) + "startxref"),
                TrustRefusal.FILE_UNREADABLE);
        put(
                attacks,
                "brackets without end",
                joined(issued, appended(issued, "[".repeat(100_000))),
                TrustRefusal.FILE_UNREADABLE);
        put(
                attacks,
                "dictionaries without end",
                joined(issued, appended(issued, "<</A".repeat(100_000))),
                TrustRefusal.FILE_UNREADABLE);
        put(
                attacks,
                "very many values",
                joined(issued, appended(issued, "[" + "1 ".repeat(200_000) + "]")),
                TrustRefusal.FILE_UNREADABLE);
        put(
                attacks,
                "a stream that swells",
                joined(issued, appended(issued, "<</Length 9/Filter/FlateDecode>>stream\n123456789\nendstream")),
                TrustRefusal.NO_NEW_SIGNATURE);
        return attacks;
    }

    private static void put(Map<String, Attack> attacks, String name, byte[] file, TrustRefusal reason) {
        attacks.put(name, new Attack(file, reason, false));
    }

    private static void note(PDDocument document) throws IOException {
        var note = new PDAnnotationText();
        note.setContents("Trừ khoản 1 và khoản 2");
        note.setRectangle(new PDRectangle(100, 300, 400, 200));
        var page = document.getPage(0);
        var annotations = new java.util.ArrayList<>(page.getAnnotations());
        annotations.add(note);
        page.setAnnotations(annotations);
        page.getCOSObject().setNeedToBeUpdated(true);
    }

    private static void whiteBox(PDDocument document) throws IOException {
        var page = document.getPage(0);
        try (var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            content.setNonStrokingColor(1f);
            content.addRect(80, 200, 450, 300);
            content.fill();
        }
        page.getCOSObject().setNeedToBeUpdated(true);
        page.getResources().getCOSObject().setNeedToBeUpdated(true);
    }

    private static void swappedPage(PDDocument document) {
        var page = new PDPage(PDRectangle.A4);
        var pages = document.getPages();
        pages.insertBefore(page, document.getPage(0));
        pages.remove(1);
        pages.getCOSObject().setNeedToBeUpdated(true);
        page.getCOSObject().setNeedToBeUpdated(true);
    }

    private static void rewrittenContents(PDDocument document) throws IOException {
        var stream = document.getPage(0).getContentStreams().next().getCOSObject();
        try (var bytes = stream.createOutputStream()) {
            bytes.write("BT ET".getBytes(StandardCharsets.US_ASCII));
        }
        stream.setNeedToBeUpdated(true);
    }

    private static void textField(PDDocument document) throws IOException {
        var form = document.getDocumentCatalog().getAcroForm();
        var field = new PDTextField(form);
        field.setPartialName("sua");
        var widget = field.getWidgets().get(0);
        widget.setRectangle(new PDRectangle(80, 200, 450, 300));
        var fields = (COSArray) form.getCOSObject().getDictionaryObject(COSName.FIELDS);
        fields.add(field.getCOSObject());
        form.getCOSObject().setNeedToBeUpdated(true);
        fields.setNeedToBeUpdated(true);
        field.getCOSObject().setNeedToBeUpdated(true);
    }

    static COSDictionary widget(PDDocument document) throws IOException {
        var fields = document.getDocumentCatalog().getAcroForm().getFields();
        return fields.get(fields.size() - 1).getCOSObject();
    }

    private static byte[] saved(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Same signer, other seal: a file of the same kind with other bytes. */
    private static byte[] other() {
        return vn.camket.pledge.SamplePdf.sealed(vn.camket.audit.SampleSeal.ecdsa());
    }

    private static byte[] revised(byte[] pdf, PersonalSigner.Meddling meddling) {
        try (var document = Loader.loadPDF(pdf)) {
            meddling.with(document);
            var bytes = new ByteArrayOutputStream();
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A well-formed revision with one object more. */
    static byte[] appended(byte[] issued, String value) {
        var text = new String(issued, StandardCharsets.ISO_8859_1);
        var previous = text.substring(text.lastIndexOf("startxref") + 9, text.lastIndexOf("%%EOF"))
                .strip();
        var trailer = text.substring(text.lastIndexOf("trailer"));
        var root = trailer.replaceAll("(?s).*?/Root (\\d+ \\d+ R).*", "$1");
        var object = "900 0 obj\n" + value + "\nendobj\n";
        var place = issued.length;
        return (object + "xref\n900 1\n" + String.format("%010d", place) + " 00000 n \ntrailer\n<</Size 901/Root "
                        + root + "/Prev " + previous + ">>\nstartxref\n" + (place + object.length()) + "\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    static byte[] flipped(byte[] file, int at) {
        var copy = file.clone();
        copy[at] = (byte) (copy[at] ^ 1);
        return copy;
    }

    static int lastIndex(byte[] file, String text) {
        return new String(file, StandardCharsets.ISO_8859_1).lastIndexOf(text);
    }

    private static byte[] range(byte[] file, String from, String to) {
        return range(file, "/ByteRange", java.util.regex.Pattern.quote(from), to);
    }

    /** Replaces the first text that fits, from the last of these words on. */
    private static byte[] range(byte[] file, String word, String pattern, String to) {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        var at = text.lastIndexOf(word);
        return (text.substring(0, at)
                        + text.substring(at).replaceFirst(pattern, java.util.regex.Matcher.quoteReplacement(to)))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] edited(byte[] file, String word, String to) {
        return range(file, word, word, to);
    }

    /** Number of the stream with the words of the first page. */
    private static String contents(byte[] issued) {
        return new String(issued, StandardCharsets.ISO_8859_1).replaceAll("(?s).*?/Contents (\\d+) 0 R.*", "$1");
    }

    private static byte[] shorterRange(byte[] file) {
        var rest = numbers(file)[3];
        return range(file, " " + rest, " " + (rest - 7));
    }

    private static byte[] widerGap(byte[] file) {
        var numbers = numbers(file);
        return range(file, numbers[2] + " " + numbers[3], (numbers[2] + 8) + " " + (numbers[3] - 8));
    }

    private static int[] numbers(byte[] file) {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        var range = text.substring(text.lastIndexOf("/ByteRange"));
        return Arrays.stream(range.substring(range.indexOf('[') + 1, range.indexOf(']'))
                        .strip()
                        .split(" +"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
