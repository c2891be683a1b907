package vn.camket.pledge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import vn.camket.audit.CanonicalRecord;
import vn.camket.audit.SampleSeal;

/** Sealed pledges of invented people, and what attackers make of them. */
public final class SamplePdf {
    private SamplePdf() {}

    public static byte[] sealed(SampleSeal seal) {
        var record = CanonicalRecord.of(Samples.record("Nguyễn Thị Hải Yến", 10).fields());
        return new PledgeDocument(record, Samples.CODE, "https://camket.example/verify/" + Samples.CODE.value())
                .finished(seal::seal);
    }

    /** Copies that nobody may take for the original, by what was done to them. */
    static Map<String, byte[]> altered(byte[] sealed) throws IOException {
        var copies = new LinkedHashMap<String, byte[]>();
        copies.put("a letter of the page", flipped(sealed, find(sealed, "stream\n") + 200));
        copies.put("a letter of the title", flipped(sealed, find(sealed, "/Title") + 12));
        copies.put("a digit of the signature", flipped(sealed, find(sealed, "/Contents <") + 600));
        copies.put("a digit of the range", flipped(sealed, find(sealed, "/ByteRange") + 15));
        copies.put("the last quarter cut off", Arrays.copyOf(sealed, sealed.length * 3 / 4));
        copies.put("a line added at the end", added(sealed));
        copies.put("a white box drawn over the clauses", covered(sealed));
        return copies;
    }

    private static byte[] flipped(byte[] sealed, int at) {
        var copy = sealed.clone();
        copy[at] = (byte) (copy[at] == '1' ? '2' : '1');
        return copy;
    }

    private static byte[] added(byte[] sealed) {
        var line = "% agreed otherwise\n".getBytes(StandardCharsets.US_ASCII);
        var copy = Arrays.copyOf(sealed, sealed.length + line.length);
        System.arraycopy(line, 0, copy, sealed.length, line.length);
        return copy;
    }

    /** A later revision of the file, appended as other software would. */
    private static byte[] covered(byte[] sealed) throws IOException {
        try (var document = Loader.loadPDF(sealed)) {
            var page = document.getPage(0);
            try (var content =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                content.setNonStrokingColor(1f);
                content.addRect(80, 200, 450, 300);
                content.fill();
            }
            page.getCOSObject().setNeedToBeUpdated(true);
            page.getResources().getCOSObject().setNeedToBeUpdated(true);
            var bytes = new ByteArrayOutputStream();
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        }
    }

    static int find(byte[] file, String text) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
