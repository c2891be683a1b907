package vn.camket.trust;

import static vn.camket.trust.AddedObjects.changed;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the revision with a signature may change in an issued file, and nothing else (check 6): one signature field and its
 * widget are added; catalogue and form say so; the file's information may be newer. Pages keep their contents, resources and
 * sizes. DocMDP level 2 alone permits more than this, and readers only warn of the rest.
 */
final class AllowedChanges {
    private static final Set<String> TRAILER = Set.of("Size", "Root", "Info", "ID", "Prev");
    private static final Set<String> CATALOGUE = Set.of("AcroForm", "DSS", "Extensions", "Metadata");
    private static final Set<String> FORM = Set.of("Fields", "SigFlags", "DR", "DA");
    private static final Set<String> WIDGET = Set.of(
            "Type", "Subtype", "FT", "T", "TU", "TM", "V", "F", "Ff", "Rect", "P", "AP", "MK", "DA", "DR", "Lock", "BS",
            "Border", "NM", "M", "Q", "H", "AS");

    private final PdfRevision issued;
    private final PdfRevision added;

    /** Objects of the issued file that were written anew, for a reason that is known. */
    private final Set<PdfValue.Reference> renewed = new HashSet<>();

    AllowedChanges(PdfRevision issued, PdfRevision added) {
        this.issued = issued;
        this.added = added;
    }

    /** @param page number of its page, from 0; @param rectangle left, bottom, right, top; empty if it is not shown */
    record Widget(PdfValue.Dictionary dictionary, PdfValue.Reference reference, int page, List<Double> rectangle) {}

    /**
     * The widget of the one new signature, when nothing but what belongs to it was changed.
     *
     * @throws vn.camket.platform.Refusal CONTENT_CHANGED, NO_NEW_SIGNATURE
     */
    Widget widget() {
        var root = root();
        var field = newField(root);
        var page = page(root, field.reference());
        information();
        for (var entry : added.objects().entrySet()) {
            if (renewed.contains(entry.getKey()) || isWrittenAgain(entry.getKey(), entry.getValue())) {
                continue;
            }
            if (issued.hasNumber(entry.getKey().number())) {
                throw changed("object " + entry.getKey().number());
            }
            AddedObjects.requireHarmless(entry.getValue());
        }
        return new Widget(field.dictionary(), field.reference(), page, rectangle(field.dictionary()));
    }

    /** Some software writes what it has looked at once more, as it was. */
    private boolean isWrittenAgain(PdfValue.Reference reference, PdfValue value) {
        return !(value instanceof PdfValue.Stream)
                && value.equals(issued.objects().get(reference));
    }

    private PdfValue.Dictionary root() {
        var before = issued.trailer();
        var trailer = added.trailer();
        trailer.entries().keySet().stream()
                .filter(key -> !TRAILER.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw changed(key);
                });
        if (!(before.get("Root") instanceof PdfValue.Reference root)
                || !root.equals(trailer.get("Root"))
                || !(issued.follow(root) instanceof PdfValue.Dictionary old)) {
            throw changed("Root");
        }
        if (!(current(root) instanceof PdfValue.Dictionary now)) {
            throw changed("Root");
        }
        renewed.add(root);
        requireEqual(old, now, CATALOGUE);
        for (var key : List.of("DSS", "Extensions", "Metadata")) {
            if (now.get(key) != null && !Objects.equals(old.get(key), now.get(key))) {
                AddedObjects.requireHarmless(Objects.requireNonNull(now.get(key)));
            }
        }
        return now;
    }

    private record Field(PdfValue.Dictionary dictionary, PdfValue.Reference reference) {}

    private Field newField(PdfValue.Dictionary root) {
        var before = (PdfValue.Dictionary) Objects.requireNonNull(
                issued.follow(Objects.requireNonNull(issued.trailer().get("Root"))));
        if (!(issued.follow(before.get("AcroForm")) instanceof PdfValue.Dictionary old)
                || !(current(root.get("AcroForm")) instanceof PdfValue.Dictionary now)) {
            throw changed("AcroForm");
        }
        renew(before.get("AcroForm"), root.get("AcroForm"));
        requireEqual(old, now, FORM);
        for (var key : List.of("SigFlags", "DR", "DA")) {
            if (now.get(key) != null && !Objects.equals(old.get(key), now.get(key))) {
                AddedObjects.requireHarmless(Objects.requireNonNull(now.get(key)));
            }
        }
        var additions = additions(old.get("Fields"), now.get("Fields"), "Fields");
        if (additions.isEmpty()) {
            throw TrustRefusal.NO_NEW_SIGNATURE.with();
        }
        if (additions.size() > 1) {
            throw changed("Fields");
        }
        return field(additions.get(0));
    }

    private Field field(PdfValue value) {
        if (!(value instanceof PdfValue.Reference reference)
                || !(added.objects().get(reference) instanceof PdfValue.Dictionary field)
                || issued.hasNumber(reference.number())) {
            throw changed("Fields");
        }
        if (!field.isName("FT", "Sig") || !field.isName("Subtype", "Widget")) {
            throw changed("Fields");
        }
        field.entries().keySet().stream()
                .filter(key -> !WIDGET.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw changed("Widget/" + key);
                });
        return new Field(field, reference);
    }

    /** Number of the page that got the widget, or 0 if none did. */
    private int page(PdfValue.Dictionary root, PdfValue.Reference widget) {
        var pages = new PdfPages(issued).all(root.get("Pages"));
        var found = -1;
        for (var index = 0; index < pages.size(); index++) {
            var old = (PdfValue.Dictionary) Objects.requireNonNull(issued.follow(pages.get(index)));
            if (!(current(pages.get(index)) instanceof PdfValue.Dictionary now)) {
                throw changed("Page");
            }
            renewed.add(pages.get(index));
            requireEqual(old, now, Set.of("Annots"));
            var additions = additions(old.get("Annots"), now.get("Annots"), "Annots");
            if (additions.equals(List.of(widget)) && found < 0) {
                found = index;
            } else if (!additions.isEmpty()) {
                throw changed("Annots");
            }
        }
        return Math.max(found, 0);
    }

    private void information() {
        if (!(added.trailer().get("Info") instanceof PdfValue.Reference information)) {
            if (added.trailer().get("Info") != null) {
                throw changed("Info");
            }
            return;
        }
        if (added.objects().get(information) instanceof PdfValue.Dictionary dictionary) {
            if (dictionary.entries().values().stream().anyMatch(value -> !(value instanceof PdfValue.Text))) {
                throw changed("Info");
            }
            renew(issued.trailer().get("Info"), information);
        } else if (!information.equals(issued.trailer().get("Info"))) {
            throw changed("Info");
        }
    }

    /** What a row got at its end; everything else of it must be as it was. */
    private List<PdfValue> additions(@Nullable PdfValue before, @Nullable PdfValue after, String what) {
        var old = before == null ? new PdfValue.Row(List.of()) : issued.follow(before);
        var now = after == null ? new PdfValue.Row(List.of()) : current(after);
        if (!(old instanceof PdfValue.Row from)
                || !(now instanceof PdfValue.Row to)
                || to.elements().size() < from.elements().size()
                || !to.elements().subList(0, from.elements().size()).equals(from.elements())) {
            throw changed(what);
        }
        renew(before, after);
        return to.elements().subList(from.elements().size(), to.elements().size());
    }

    /** An object may be written anew under its own number; another reference must lead to a new object. */
    private void renew(@Nullable PdfValue before, @Nullable PdfValue after) {
        if (after instanceof PdfValue.Reference reference && after.equals(before)) {
            renewed.add(reference);
        }
    }

    private static void requireEqual(PdfValue.Dictionary old, PdfValue.Dictionary now, Set<String> free) {
        var keys = new HashSet<>(old.entries().keySet());
        keys.addAll(now.entries().keySet());
        keys.removeAll(free);
        for (var key : keys) {
            if (!Objects.equals(old.get(key), now.get(key))) {
                throw changed(key);
            }
        }
    }

    private static List<Double> rectangle(PdfValue.Dictionary widget) {
        if (!(widget.get("Rect") instanceof PdfValue.Row row)
                || row.elements().size() != 4
                || !row.elements().stream().allMatch(PdfValue.Numeral.class::isInstance)) {
            throw changed("Rect");
        }
        return row.elements().stream()
                .map(element -> ((PdfValue.Numeral) element).value())
                .toList();
    }

    /** The newest state of what a value refers to. */
    @Nullable
    PdfValue current(@Nullable PdfValue value) {
        return value instanceof PdfValue.Reference reference && added.objects().containsKey(reference)
                ? added.objects().get(reference)
                : issued.follow(value);
    }
}
