package vn.camket.pledge;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.camket.audit.CanonicalRecord;
import vn.camket.audit.Ledger;
import vn.camket.platform.ContentFile;
import vn.camket.platform.FirstLoad;
import vn.camket.platform.Rows;
import vn.camket.platform.Start;

/** The pledge text that Camket ships with: published once at the first start. */
@ApplicationScoped
class StarterPledge {
    private static final Map<String, String> AUDIENCES = new LinkedHashMap<>();

    static {
        AUDIENCES.put("Điều khoản chung", "ALL");
        AUDIENCES.put("Điều khoản đối với lãnh đạo, quản lý", "LEADERS");
        AUDIENCES.put("Điều khoản đối với người tham gia xây dựng chính sách", "POLICY_MAKERS");
    }

    @Inject
    FirstLoad firstLoad;

    @Inject
    Clock clock;

    private record Clause(String audience, String wording) {}

    void load(@Observes @Priority(400) Start.SchemaReady ready) {
        firstLoad.once("starter.pledge", connection -> fill(connection, clock.instant()));
    }

    private static void fill(Connection connection, Instant now) throws SQLException {
        var file = ContentFile.read("/vn/camket/content/pledge/ban-cam-ket.md");
        var clauses = clauses(file);
        try (var rows = new Rows(connection)) {
            var templates = rows.into("pledge_template", "id", "code", "created_at");
            var texts = rows.into(
                    "pledge_text",
                    "id",
                    "template_id",
                    "number",
                    "title",
                    "title_en",
                    "subject",
                    "opening",
                    "closing",
                    "consent",
                    "created_at",
                    "published_at",
                    "body_sha256");
            var wordings = rows.into("pledge_clause", "text_id", "position", "audience", "wording");
            var template = templates.nextId();
            var text = texts.nextId();
            templates.add(template, file.value("code"), now);
            texts.add(
                    text,
                    template,
                    1,
                    file.value("title"),
                    file.value("title_en"),
                    file.value("subject"),
                    part(file, "Mở đầu"),
                    part(file, "Kết"),
                    part(file, "Câu xác nhận"),
                    now,
                    now,
                    bodyHash(file, clauses));
            var position = 0;
            for (var clause : clauses) {
                wordings.add(text, ++position, clause.audience(), clause.wording());
            }
        }
    }

    private static List<Clause> clauses(ContentFile file) {
        var clauses = new ArrayList<Clause>();
        AUDIENCES.forEach((heading, audience) ->
                file.section(heading).numbered().forEach(wording -> clauses.add(new Clause(audience, wording))));
        return clauses;
    }

    private static String part(ContentFile file, String heading) {
        return file.section(heading).text();
    }

    private static byte[] bodyHash(ContentFile file, List<Clause> clauses) {
        return Ledger.sha256(CanonicalRecord.of(Map.of(
                "title", file.value("title"),
                "subject", file.value("subject"),
                "opening", part(file, "Mở đầu"),
                "clauses",
                        clauses.stream()
                                .map(clause -> Map.of("audience", clause.audience(), "wording", clause.wording()))
                                .toList(),
                "closing", part(file, "Kết"),
                "consent", part(file, "Câu xác nhận"))));
    }
}
