package vn.camket.trust;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The end of a revision of a PDF: a plain cross-reference table, a trailer, the place of the table, the end mark
 * (ISO 32000-1, 7.5.4 and 7.5.5).
 *
 * @param objects those in use, by their places
 * @param at place of the table
 */
record PdfTable(SortedMap<Integer, PdfValue.Reference> objects, PdfValue.Dictionary trailer, int at) {
    private static final int LONGEST_TAIL = 60;

    /**
     * The table at the end of a stretch of a file.
     *
     * @throws PdfReader.Malformed for anything out of place
     */
    static PdfTable read(byte[] file, int from, int end) {
        var at = place(file, from, end);
        var reader = new PdfReader(file, at, end);
        if (!reader.isNext("xref")) {
            throw reader.fault("No table");
        }
        reader.take("xref");
        var objects = objects(reader);
        reader.take("trailer");
        if (!(reader.value() instanceof PdfValue.Dictionary trailer)) {
            throw reader.fault("No trailer");
        }
        reader.take("startxref");
        if (end - reader.at() > LONGEST_TAIL || reader.integer() != at) {
            throw reader.fault("Something between the trailer and the end mark");
        }
        var table = new PdfTable(objects, trailer, at);
        if (objects.values().stream().anyMatch(object -> object.number() >= table.size())) {
            throw reader.fault("A size too small");
        }
        return table;
    }

    /** One more than the highest number of an object: readers take what is above for absent. */
    int size() {
        if (trailer.get("Size") instanceof PdfValue.Numeral size
                && size.value() == Math.rint(size.value())
                && size.value() > 0) {
            return (int) size.value();
        }
        throw new PdfReader.Malformed("No size", at);
    }

    /** What stands under "startxref", which must be the last word but the end mark. */
    private static int place(byte[] file, int from, int end) {
        var tailFrom = Math.max(from, end - LONGEST_TAIL);
        var tail = new String(file, tailFrom, end - tailFrom, StandardCharsets.ISO_8859_1);
        var begin = tail.lastIndexOf("startxref");
        var words = begin < 0 ? new String[0] : tail.substring(begin).strip().split("\\s+");
        if (words.length != 3 || !words[1].matches("\\d{1,9}") || !words[2].equals("%%EOF")) {
            throw new PdfReader.Malformed("No end mark", end);
        }
        var place = Integer.parseInt(words[1]);
        if (place < from || place >= end) {
            throw new PdfReader.Malformed("The table stands outside", place);
        }
        return place;
    }

    /** Only number 0, which is none, may be free: another would be an object of the revision before, taken away. */
    private static SortedMap<Integer, PdfValue.Reference> objects(PdfReader reader) {
        var objects = new TreeMap<Integer, PdfValue.Reference>();
        var numbers = new HashSet<Integer>();
        for (reader.blanks(); !reader.isNext("trailer"); reader.blanks()) {
            var first = reader.integer();
            var count = reader.integer();
            for (var number = first; number < first + count; number++) {
                var place = reader.integer();
                var generation = reader.integer();
                reader.blanks();
                if (reader.isNext("f") && number == 0) {
                    reader.take("f");
                    continue;
                }
                reader.take("n");
                if (!numbers.add(number) || objects.put(place, new PdfValue.Reference(number, generation)) != null) {
                    throw reader.fault("An object twice");
                }
            }
        }
        return objects;
    }
}
