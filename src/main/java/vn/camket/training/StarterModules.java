package vn.camket.training;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.camket.platform.ContentFile;
import vn.camket.platform.FirstLoad;
import vn.camket.platform.RichText;
import vn.camket.platform.Rows;
import vn.camket.platform.Start;
import vn.camket.platform.VietnameseText;

/** The modules that Camket ships with: published once at the first start, then edited in the application. */
@ApplicationScoped
class StarterModules {
    /** Codes in the order in which a campaign asks them. */
    static final List<String> CODES =
            List.of("nam-khong", "van-hoa-cong-vu", "tham-nhung-vat", "ky-luat-ky-cuong", "trach-nhiem-neu-guong");

    private static final String LESSON = "Bài ";
    private static final String QUIZ = "Bài kiểm tra";

    @Inject
    FirstLoad firstLoad;

    @Inject
    Clock clock;

    void load(@Observes @Priority(200) Start.SchemaReady ready) {
        firstLoad.once("starter.modules", connection -> fill(connection, clock.instant()));
    }

    private static void fill(Connection connection, Instant now) throws SQLException {
        try (var rows = new Rows(connection)) {
            var shelf = new Shelf(rows, documents(connection), now);
            for (var code : CODES) {
                shelf.add(ContentFile.read("/vn/camket/content/modules/" + code + ".md"));
            }
        }
    }

    private static Map<String, Long> documents(Connection connection) throws SQLException {
        var ids = new HashMap<String, Long>();
        try (var query = connection.createStatement();
                var result = query.executeQuery("select code, id from legal_document")) {
            while (result.next()) {
                ids.put(result.getString(1), result.getLong(2));
            }
        }
        return ids;
    }

    /** Module files turned into rows. */
    private static final class Shelf {
        private final Rows.Table modules;
        private final Rows.Table versions;
        private final Rows.Table lessons;
        private final Rows.Table citations;
        private final Rows.Table checks;
        private final Rows.Table options;
        private final Map<String, Long> documents;
        private final Instant now;

        Shelf(Rows rows, Map<String, Long> documents, Instant now) throws SQLException {
            modules = rows.into("module", "id", "code", "created_at");
            versions = rows.into(
                    "module_version",
                    "id",
                    "module_id",
                    "number",
                    "title",
                    "title_folded",
                    "title_en",
                    "summary",
                    "summary_en",
                    "objectives",
                    "audience",
                    "created_at",
                    "published_at");
            lessons = rows.into(
                    "lesson", "id", "module_version_id", "position", "kind", "title", "title_en", "minutes", "body");
            citations = rows.into("lesson_citation", "lesson_id", "document_id");
            checks = rows.into("self_check", "id", "lesson_id", "position", "prompt", "explanation");
            options = rows.into("self_check_option", "self_check_id", "position", "text", "correct");
            this.documents = documents;
            this.now = now;
        }

        void add(ContentFile file) throws SQLException {
            var module = modules.nextId();
            var version = versions.nextId();
            modules.add(module, file.value("code"), now);
            versions.add(
                    version,
                    module,
                    1,
                    file.value("title"),
                    VietnameseText.fold(file.value("title")),
                    file.value("title_en"),
                    file.value("summary"),
                    file.value("summary_en"),
                    String.join("\n", file.values("objective")),
                    file.value("audience").toUpperCase(Locale.ROOT),
                    now,
                    now);
            var position = 0;
            for (var section : file.sections()) {
                if (!section.title().equals(QUIZ)) {
                    addLesson(version, ++position, section);
                }
            }
        }

        private void addLesson(long version, int position, ContentFile.Section section) throws SQLException {
            var lesson = lessons.nextId();
            lessons.add(
                    lesson,
                    version,
                    position,
                    "TEXT",
                    section.title().substring((LESSON + position + ". ").length()),
                    section.field("title_en"),
                    Integer.valueOf(section.field("minutes")),
                    RichText.fromMarkdown(section.text("? ")));
            for (var code : section.field("documents").split(",\\s*")) {
                citations.add(
                        lesson,
                        Optional.ofNullable(documents.get(code))
                                .orElseThrow(() -> new IllegalStateException("No document " + code)));
            }
            var number = 0;
            for (var item : section.items("? ")) {
                addCheck(lesson, ++number, item);
            }
        }

        private void addCheck(long lesson, int position, ContentFile.Item item) throws SQLException {
            var check = checks.nextId();
            checks.add(check, lesson, position, item.prompt(), String.join(" ", item.notes()));
            var place = 0;
            for (var option : item.options()) {
                options.add(check, ++place, option.text(), option.ticked());
            }
        }
    }
}
