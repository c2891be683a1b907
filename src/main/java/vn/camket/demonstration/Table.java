package vn.camket.demonstration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.camket.platform.ContentFile;

/** The tab-separated files of this room. */
final class Table {
    private Table() {}

    static List<Map<String, String>> read(String name) {
        return ContentFile.table("/vn/camket/demonstration/" + name + ".tsv");
    }

    /** Of sentences.tsv. @param kind COMMITMENT or REFUSAL */
    static List<String> sentences(String kind) {
        return read("sentences").stream()
                .filter(row -> get(row, "kind").equals(kind))
                .map(row -> get(row, "sentence"))
                .toList();
    }

    static String get(Map<String, String> row, String column) {
        return Optional.ofNullable(row.get(column)).orElseThrow(() -> new IllegalStateException("No column " + column));
    }
}
