package vn.camket.trust;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages of an issued file, in their order. */
record PdfPages(PdfRevision issued) {
    private static final int MOST = 200;

    List<PdfValue.Reference> all(@Nullable PdfValue root) {
        var pages = new ArrayList<PdfValue.Reference>();
        collect(root, pages);
        return pages;
    }

    private void collect(@Nullable PdfValue node, List<PdfValue.Reference> pages) {
        if (!(node instanceof PdfValue.Reference reference)
                || !(issued.follow(reference) instanceof PdfValue.Dictionary dictionary)
                || pages.size() > MOST) {
            throw AddedObjects.changed("Pages");
        }
        if (dictionary.isName("Type", "Page")) {
            pages.add(reference);
        } else if (issued.follow(dictionary.get("Kids")) instanceof PdfValue.Row kids) {
            kids.elements().forEach(kid -> collect(kid, pages));
        } else {
            throw AddedObjects.changed("Pages");
        }
    }
}
