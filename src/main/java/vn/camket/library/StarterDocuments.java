package vn.camket.library;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.ContentFile;
import vn.camket.platform.FirstLoad;
import vn.camket.platform.Rows;
import vn.camket.platform.Start;
import vn.camket.platform.VietnameseText;

/** The documents that the starter modules cite, loaded once. */
@ApplicationScoped
class StarterDocuments {
    static final String FILE = "/vn/camket/content/library/documents.tsv";

    @Inject
    FirstLoad firstLoad;

    void load(@Observes @Priority(100) Start.SchemaReady ready) {
        firstLoad.once("starter.documents", StarterDocuments::fill);
    }

    private static void fill(Connection connection) throws SQLException {
        var documents = ContentFile.table(FILE);
        try (var rows = new Rows(connection)) {
            var table = rows.into(
                    "legal_document",
                    "id",
                    "code",
                    "number",
                    "title",
                    "title_en",
                    "issuer",
                    "issued_on",
                    "in_force_from",
                    "in_force_to",
                    "status",
                    "superseded_by_id",
                    "summary",
                    "search_folded");
            var ids = new HashMap<String, Long>();
            for (var document : documents) {
                ids.put(get(document, "code"), table.nextId());
            }
            for (var document : successorsFirst(documents)) {
                table.add(
                        ids.get(get(document, "code")),
                        get(document, "code"),
                        get(document, "number"),
                        get(document, "title"),
                        maybe(document, "title_en"),
                        get(document, "issuer"),
                        day(document, "issued_on"),
                        day(document, "in_force_from"),
                        day(document, "in_force_to"),
                        DocumentStatus.valueOf(get(document, "status")),
                        ids.get(get(document, "superseded_by")),
                        maybe(document, "summary"),
                        VietnameseText.fold(String.join(
                                " ",
                                get(document, "number"),
                                get(document, "title"),
                                get(document, "title_en"),
                                get(document, "issuer"))));
            }
        }
    }

    private static List<Map<String, String>> successorsFirst(List<Map<String, String>> documents) {
        return documents.stream()
                .sorted(java.util.Comparator.comparing(
                        document -> !get(document, "superseded_by").isEmpty()))
                .toList();
    }

    private static String get(Map<String, String> row, String column) {
        return java.util.Objects.requireNonNull(row.get(column), column);
    }

    private static @Nullable String maybe(Map<String, String> row, String column) {
        var value = get(row, column);
        return value.isEmpty() ? null : value;
    }

    private static @Nullable LocalDate day(Map<String, String> row, String column) {
        var value = get(row, column);
        return value.isEmpty() ? null : LocalDate.parse(value);
    }
}
