package vn.camket.trust;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;

/**
 * Where the picture of a signature stands (part of check 6): nowhere, or on blank paper. A picture over words could say
 * something else than they do.
 */
final class SignaturePicture {
    /** Invisible, hidden, printed, read only, locked, its contents locked; nothing that changes size or comes and goes. */
    private static final int PLAIN_FLAGS = 1 | 2 | 4 | 64 | 128 | 512;

    private SignaturePicture() {}

    /** @throws vn.camket.platform.Refusal PICTURE_COVERS_TEXT; CONTENT_CHANGED for one that would move or grow */
    static void requireOnBlankPaper(byte[] issued, AllowedChanges.Widget widget) {
        var flags = widget.dictionary().get("F");
        if (flags != null
                && !(flags instanceof PdfValue.Numeral number && ((int) number.value() & ~PLAIN_FLAGS) == 0)) {
            throw AddedObjects.changed("F");
        }
        var edges = widget.rectangle();
        var frame = new Rectangle2D.Double(
                Math.min(edges.get(0), edges.get(2)),
                Math.min(edges.get(1), edges.get(3)),
                Math.abs(edges.get(2) - edges.get(0)),
                Math.abs(edges.get(3) - edges.get(1)));
        if (frame.isEmpty()) {
            return;
        }
        try (var document = Loader.loadPDF(issued)) {
            var page = document.getPage(widget.page());
            var box = page.getMediaBox();
            var sheet =
                    new Rectangle2D.Double(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
            if (!sheet.contains(frame) || PaperInk.of(page).stream().anyMatch(frame::intersects)) {
                throw TrustRefusal.PICTURE_COVERS_TEXT.with();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
