package vn.camket.trust;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a PDF: objects side by side, nothing between them but blanks and comments, and a table that names them
 * all.
 *
 * @param places where each object begins
 */
record PdfRevision(PdfTable table, Map<PdfValue.Reference, PdfValue> objects, Map<PdfValue.Reference, Integer> places) {
    /**
     * Reads the objects before a table.
     *
     * @param from the first byte after the revision before
     * @throws PdfReader.Malformed for anything out of place
     */
    static PdfRevision read(byte[] file, int from, PdfTable table) {
        var objects = new HashMap<PdfValue.Reference, PdfValue>();
        var places = new HashMap<PdfValue.Reference, Integer>();
        var reader = new PdfReader(file, from, table.at());
        for (var entry : table.objects().entrySet()) {
            reader.blanks();
            if (reader.at() != entry.getKey()) {
                throw reader.fault("Something that the table does not name");
            }
            places.put(entry.getValue(), reader.at());
            objects.put(entry.getValue(), reader.object(entry.getValue()));
        }
        reader.blanks();
        if (reader.at() != table.at()) {
            throw reader.fault("Something after the last object");
        }
        return new PdfRevision(table, objects, places);
    }

    /** The value itself, or the object of this revision that it refers to; null if there is none. */
    @Nullable
    PdfValue follow(@Nullable PdfValue value) {
        return value instanceof PdfValue.Reference reference ? objects.get(reference) : value;
    }

    boolean hasNumber(int number) {
        return objects.keySet().stream().anyMatch(reference -> reference.number() == number);
    }

    PdfValue.Dictionary trailer() {
        return table.trailer();
    }
}
