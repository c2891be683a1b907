package vn.camket.quiz;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.camket.platform.ContentFile;
import vn.camket.platform.FirstLoad;
import vn.camket.platform.Rows;
import vn.camket.platform.Start;

/** The papers of the modules that Camket ships with: published once at the first start, then edited in the application. */
@ApplicationScoped
class StarterPapers {
    private static final List<String> CODES =
            List.of("nam-khong", "van-hoa-cong-vu", "tham-nhung-vat", "ky-luat-ky-cuong", "trach-nhiem-neu-guong");
    private static final String SOURCE = "Nguồn: ";
    private static final String DIFFICULTY = "Mức độ: ";

    @Inject
    FirstLoad firstLoad;

    @Inject
    Clock clock;

    void load(@Observes @Priority(300) Start.SchemaReady ready) {
        firstLoad.once("starter.papers", connection -> fill(connection, clock.instant()));
    }

    private static void fill(Connection connection, Instant now) throws SQLException {
        var modules = modules(connection);
        try (var rows = new Rows(connection)) {
            var bank = new Bank(rows, now);
            for (var module : modules.entrySet()) {
                bank.add(module.getValue(), ContentFile.read("/vn/camket/content/modules/" + module.getKey() + ".md"));
            }
        }
    }

    /** The training room's modules by code, in the order above; its rows, for this room may not know its classes. */
    private static Map<String, Long> modules(Connection connection) throws SQLException {
        var ids = new LinkedHashMap<String, Long>();
        try (var query = connection.prepareStatement("select id from module where code = ?")) {
            for (var code : CODES) {
                query.setString(1, code);
                try (var result = query.executeQuery()) {
                    if (!result.next()) {
                        throw new IllegalStateException("No module " + code);
                    }
                    ids.put(code, result.getLong(1));
                }
            }
        }
        return ids;
    }

    /** What a question is: one right option, several, or Đúng and Sai. */
    static String kind(ContentFile.Item item) {
        var texts = item.options().stream().map(ContentFile.Option::text).toList();
        if (texts.equals(List.of("Đúng", "Sai"))) {
            return "TRUE_FALSE";
        }
        return item.options().stream().filter(ContentFile.Option::ticked).count() > 1 ? "MULTIPLE" : "SINGLE";
    }

    private static final class Bank {
        private final Rows.Table questions;
        private final Rows.Table versions;
        private final Rows.Table options;
        private final Rows.Table papers;
        private final Rows.Table placements;
        private final Instant now;

        Bank(Rows rows, Instant now) throws SQLException {
            questions = rows.into("question", "id", "module_id", "created_at");
            versions = rows.into(
                    "question_version",
                    "id",
                    "question_id",
                    "number",
                    "kind",
                    "prompt",
                    "explanation",
                    "source",
                    "difficulty",
                    "created_at");
            options = rows.into("question_option", "question_version_id", "position", "text", "correct");
            papers = rows.into(
                    "paper",
                    "id",
                    "module_id",
                    "number",
                    "pass_percent",
                    "time_limit_minutes",
                    "wait_minutes",
                    "created_at",
                    "published_at");
            placements = rows.into("paper_question", "paper_id", "position", "question_version_id");
            this.now = now;
        }

        void add(long module, ContentFile file) throws SQLException {
            var paper = papers.nextId();
            papers.add(
                    paper,
                    module,
                    1,
                    Integer.valueOf(file.value("pass_percent")),
                    Integer.valueOf(file.value("time_limit_minutes")),
                    0,
                    now,
                    now);
            var position = 0;
            for (var item : file.section("Bài kiểm tra").items("## ")) {
                placements.add(paper, ++position, addQuestion(module, item));
            }
        }

        private long addQuestion(long module, ContentFile.Item item) throws SQLException {
            var question = questions.nextId();
            var version = versions.nextId();
            questions.add(question, module, now);
            versions.add(
                    version,
                    question,
                    1,
                    kind(item),
                    item.prompt().replaceFirst("^\\d+\\. ", ""),
                    item.notes().get(0),
                    note(item, SOURCE),
                    note(item, DIFFICULTY),
                    now);
            var position = 0;
            for (var option : item.options()) {
                options.add(version, ++position, option.text(), option.ticked());
            }
            return version;
        }

        private static String note(ContentFile.Item item, String beginning) {
            return item.notes().stream()
                    .filter(note -> note.startsWith(beginning))
                    .map(note -> note.substring(beginning.length()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No " + beginning + "under " + item.prompt()));
        }
    }
}
