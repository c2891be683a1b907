package vn.camket.trust;

import java.util.Set;

/** Objects that were added to a file and only help to show or to prove a signature: nothing in them acts or brings files. */
final class AddedObjects {
    private static final Set<String> FORBIDDEN_KEYS = Set.of(
            "JS",
            "JavaScript",
            "OpenAction",
            "AA",
            "EF",
            "EmbeddedFile",
            "EmbeddedFiles",
            "XFA",
            "RichMediaContent",
            "RichMediaSettings",
            "Encrypt",
            "FFilter",
            "FDecodeParms",
            "Dests",
            "OCProperties");
    private static final Set<String> FORBIDDEN_TYPES = Set.of(
            "Catalog", "Pages", "Page", "ObjStm", "XRef", "Filespec", "EmbeddedFile", "Action", "Outlines", "3D");
    private static final Set<String> ACTIONS = Set.of(
            "GoTo",
            "GoToR",
            "GoToE",
            "Launch",
            "Thread",
            "URI",
            "Sound",
            "Movie",
            "Hide",
            "Named",
            "SubmitForm",
            "ResetForm",
            "ImportData",
            "JavaScript",
            "SetOCGState",
            "Rendition",
            "Trans",
            "GoTo3DView",
            "RichMediaExecute");

    private AddedObjects() {}

    /** @throws vn.camket.platform.Refusal CONTENT_CHANGED if the value, or any in it, does something */
    static void requireHarmless(PdfValue value) {
        if (value instanceof PdfValue.Row row) {
            row.elements().forEach(AddedObjects::requireHarmless);
        } else if (value instanceof PdfValue.Stream stream) {
            if (stream.dictionary().get("F") != null) {
                throw changed("F");
            }
            requireHarmless(stream.dictionary());
        } else if (value instanceof PdfValue.Dictionary dictionary) {
            for (var entry : dictionary.entries().entrySet()) {
                if (FORBIDDEN_KEYS.contains(entry.getKey())) {
                    throw changed(entry.getKey());
                }
                if (entry.getValue() instanceof PdfValue.Name name && isForbidden(entry.getKey(), name.text())) {
                    throw changed(name.text());
                }
                requireHarmless(entry.getValue());
            }
        }
    }

    private static boolean isForbidden(String key, String name) {
        return (key.equals("Type") && FORBIDDEN_TYPES.contains(name)) || (key.equals("S") && ACTIONS.contains(name));
    }

    static vn.camket.platform.Refusal changed(String what) {
        return TrustRefusal.CONTENT_CHANGED.with(what);
    }
}
