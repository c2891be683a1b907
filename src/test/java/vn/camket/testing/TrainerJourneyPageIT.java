package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

/** What a trainer does: write a module with every kind of lesson and its quiz, publish both, and change what is published. */
class TrainerJourneyPageIT {
    private static final String HARM =
            "<p>Nội dung dán vào.</p><script>document.title = 'harm'</script><img src=x onerror=\"document.title = 'harm'\"><p onclick=\"alert(1)\">Hết.</p>";

    @Test
    void writesAModuleAndItsQuizAndPublishesThem() {
        try (var screen = Screen.ofNobody().signIn(Person.TRAINER)) {
            assertThat(screen.looksRight().page().url()).contains("/training/write/modules.xhtml");
            var trainer = new TrainerPages(screen);
            var version = trainer.createModule("Chuyên đề của người biên soạn");

            writeText(screen, trainer, version);
            addPdf(screen, trainer, version);
            addFilm(screen, trainer, version);
            addPicture(screen, trainer, version);
            trainer.openModule(version);
            screen.looksRight().isAccessible().keep("trainer-draft");
            screen.press(screen.page().locator(".ck-head .ck-actions a").first());
            previewEveryLesson(screen);
            writeQuiz(screen, trainer, module(version));

            trainer.openModule(version);
            trainer.publish();
            screen.looksRight().isAccessible().keep("trainer-published");
            assertThat(Application.database()
                            .number(
                                    "select count(*) from module_version where id = ? and published_at is not null",
                                    version))
                    .isEqualTo(1);
        }
    }

    private static void writeText(Screen screen, TrainerPages trainer, long version) {
        var lesson = trainer.addLesson(version, "Bài đọc");
        trainer.paste(HARM);
        trainer.describeLesson("0");
        assertThat(screen.byId("writing:minutes").getAttribute("aria-invalid")).isEqualTo("true");
        screen.looksRight().isAccessible().keep("trainer-lesson-refused");
        assertThat(screen.page().locator(".ql-editor").innerText()).contains("Nội dung dán vào.");
        trainer.describeLesson("5");

        var stored = body(lesson);
        assertThat(stored).contains("<p>Nội dung dán vào.</p>").doesNotContain("script", "onerror", "onclick", "harm");

        forgeBody(lesson);
        assertThat(body(lesson)).contains("Nội dung dán vào.").doesNotContain("script", "onerror", "onclick", "harm");
        screen.open("/training/write/preview.xhtml?lesson=" + lesson);
        assertThat(screen.page().title()).doesNotContain("harm");
    }

    /** The same without the editor, as a request made by hand. */
    private static void forgeBody(long lesson) {
        var http = Http.as(Person.TRAINER);
        var page = http.get("/training/write/lesson.xhtml?lesson=" + lesson);
        var answer = http.submit(page, "writing", "writing:save", Map.of("writing:body_input", HARM));
        assertThat(answer.status()).isEqualTo(200);
    }

    private static void addPdf(Screen screen, TrainerPages trainer, long version) {
        var lesson = trainer.addLesson(version, "Bài tài liệu");
        refusesAProgramme(screen, trainer, lesson);
        trainer.upload("Quy tắc ứng xử.pdf", "application/pdf", pdf());
        trainer.material().waitFor();
        screen.looksRight().isAccessible().keep("trainer-pdf");
        trainer.describeLesson("5");

        assertThat(kind(lesson)).isEqualTo("PDF");
        screen.open("/training/write/preview.xhtml?lesson=" + lesson).looksRight();
        var frame = screen.page().locator("iframe.ck-pdf");
        assertThat(frame.isVisible()).isTrue();
        var answer = Http.as(Person.TRAINER).get(frame.getAttribute("src"));
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(new String(answer.bytes(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    private static void refusesAProgramme(Screen screen, TrainerPages trainer, long lesson) {
        var before = stored();
        var programme = new byte[4096];
        programme[0] = 'M';
        programme[1] = 'Z';

        trainer.upload("bao-cao.pdf", "application/pdf", programme);

        var refusal = screen.page().locator("[id='messages'] .ck-errors");
        refusal.waitFor();
        assertThat(refusal.innerText()).contains("Không nhận tệp này");
        screen.looksRight().isAccessible().keep("trainer-programme-refused");
        assertThat(stored()).isEqualTo(before);
        assertThat(Application.database()
                        .rows("select material_id from lesson where id = ?", lesson)
                        .get(0)
                        .get("material_id"))
                .isNull();
    }

    private static void addFilm(Screen screen, TrainerPages trainer, long version) {
        var lesson = trainer.addLesson(version, "Bài phim");
        trainer.upload("phim.mp4", "video/mp4", film());
        trainer.material().waitFor();
        trainer.describeLesson("5");
        assertThat(kind(lesson)).isEqualTo("VIDEO");

        screen.open("/training/write/preview.xhtml?lesson=" + lesson).looksRight();
        var video = screen.byId("video");
        assertThat(secondsOf(video)).isEqualTo(40);
        assertThat(((Number)
                                video.evaluate(
                                        """
                                v => new Promise(seen => {
                                  v.addEventListener("seeked", () => seen(v.currentTime), { once: true });
                                  v.currentTime = 30;
                                })"""))
                        .intValue())
                .isEqualTo(30);
        var part = Http.as(Person.TRAINER)
                .send("GET", video.getAttribute("src"), BodyPublishers.noBody(), Map.of("Range", "bytes=100-199"));
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.bytes()).hasSize(100);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 100-199/" + film().length);
    }

    private static int secondsOf(Locator video) {
        return ((Number)
                        video.evaluate(
                                """
                        v => new Promise((known, failed) => {
                          if (v.readyState > 0) known(v.duration);
                          v.addEventListener("loadedmetadata", () => known(v.duration));
                          v.addEventListener("error", () => failed(new Error(v.error.message)));
                          if (v.error) failed(new Error(v.error.message));
                        })"""))
                .intValue();
    }

    private static void addPicture(Screen screen, TrainerPages trainer, long version) {
        var lesson = trainer.addLesson(version, "Bài hình");
        trainer.upload("sơ đồ.png", "image/png", picture());
        trainer.material().waitFor();
        trainer.describeLesson("2");

        assertThat(kind(lesson)).isEqualTo("IMAGE");
        screen.open("/training/write/preview.xhtml?lesson=" + lesson).looksRight();
        assertThat(screen.page().locator(".ck-figure img").evaluate("i => i.naturalWidth"))
                .isEqualTo(320);
    }

    private static void previewEveryLesson(Screen screen) {
        var lessons = screen.page().locator(".ck-outline a").count();
        assertThat(lessons).isEqualTo(4);
        for (var place = 0; place < lessons; place++) {
            screen.press(screen.page().locator(".ck-outline a").nth(place));
            screen.looksRight().isAccessible();
        }
        screen.inWidth(Screen.PHONE).looksRight().keep("trainer-preview-phone").inWidth(Screen.DESK);
    }

    private static void writeQuiz(Screen screen, TrainerPages trainer, long module) {
        trainer.openPaper(module);
        trainer.beginPaper();
        trainer.addQuestion("SINGLE", "Ai phải ký cam kết?", "Không ai", "Chỉ lãnh đạo");
        assertThat(screen.byId("o1").getAttribute("aria-invalid")).isEqualTo("true");
        screen.looksRight().isAccessible().keep("trainer-question-refused");
        screen.byId("o2").fill("Mọi cán bộ, công chức");
        screen.page().locator("input[name=r2]").check();
        screen.press(screen.byId("save"));
        trainer.addQuestion("MULTIPLE", "Những việc nào bị cấm?", "+Nhận quà", "+Gây khó", "Chào hỏi");
        trainer.addQuestion("TRUE_FALSE", "Phải trả lời dân đúng hạn.", "+Đúng", "Sai");
        screen.looksRight().isAccessible().keep("trainer-paper");

        screen.press(screen.page().locator(".ck-head a[href^='preview']"));
        assertThat(screen.looksRight().page().locator("fieldset").count()).isEqualTo(3);
        screen.isAccessible();
        trainer.openPaper(module);
        trainer.publishPaper();
        screen.looksRight().keep("trainer-paper-published");
        assertThat(Application.database()
                        .texts(
                                "select v.kind from paper p join paper_question q on q.paper_id = p.id join question_version v on v.id = q.question_version_id"
                                        + " where p.module_id = ? and p.published_at is not null order by q.position",
                                module))
                .containsExactly("SINGLE", "MULTIPLE", "TRUE_FALSE");
    }

    @Test
    void changesAPublishedModuleOnlyForThoseWhoHaveNotBegun() {
        var database = Application.database();
        var step = database.number(
                "select id from step where campaign_id = ? and audience = 'LEADERS' and kind = 'MODULE'",
                Place.campaign());
        var begun = database.rows(
                        "select s.enrolment_id, s.module_version_id, v.number from study s join module_version v on v.id = s.module_version_id"
                                + " where s.step_id = ? and s.enrolment_id = ?",
                        step,
                        Place.enrolment(Person.COMMUNE_HEAD))
                .get(0);
        var fresh = database.rows(
                        """
                        select a.user_name, e.id from account a join enrolment e on e.employee_id = a.employee_id
                        where e.campaign_id = ? and e.leader = ? and a.user_name like 'lc%'
                          and not exists (select 1 from study s where s.enrolment_id = e.id and s.step_id = ?) order by e.id
                        """,
                        Place.campaign(), true, step)
                .get(0);

        long draft;
        try (var screen = Screen.of(Person.TRAINER)) {
            var trainer = new TrainerPages(screen);
            trainer.openModule(((Number) begun.get("module_version_id")).longValue());
            screen.looksRight();
            assertThat(screen.byId("module:title").count()).isZero();
            trainer.editPublished();
            screen.looksRight().isAccessible().keep("trainer-new-version");
            draft = Long.parseLong(screen.page().url().replaceAll(".*=(\\d+).*", "$1"));
            trainer.addLesson(draft, "Bài mới của bản sau");
            trainer.paste("<p>Chỉ có trong bản sau.</p>");
            trainer.describeLesson("3");
            trainer.openModule(draft);
            trainer.publish();
        }

        assertThat(database.number(
                        "select module_version_id from study where step_id = ? and enrolment_id = ?",
                        step,
                        begun.get("enrolment_id")))
                .isEqualTo(((Number) begun.get("module_version_id")).longValue());
        var place = "/training/module.xhtml?step=" + step + "&enrolment=";
        assertThat(Http.as(Person.COMMUNE_HEAD)
                        .get(place + begun.get("enrolment_id"))
                        .body())
                .doesNotContain("Bài mới của bản sau");
        var newcomer = Http.anonymous();
        newcomer.signIn(String.valueOf(fresh.get("user_name")), Person.HEAD.password());
        assertThat(newcomer.get(place + fresh.get("id")).body()).contains("Bài mới của bản sau");
        newcomer.get("/training/lesson.xhtml?step=" + step + "&enrolment=" + fresh.get("id"));
        assertThat(database.number(
                        "select module_version_id from study where step_id = ? and enrolment_id = ?",
                        step,
                        fresh.get("id")))
                .isEqualTo(draft);
    }

    private static String body(long lesson) {
        return Application.database().text("select body from lesson where id = ?", lesson);
    }

    private static String kind(long lesson) {
        return Application.database().text("select kind from lesson where id = ?", lesson);
    }

    private static long module(long version) {
        return Application.database().number("select module_id from module_version where id = ?", version);
    }

    /** Rows and files of materials. */
    private static String stored() {
        try (var files = Files.walk(Application.dataFolder())) {
            return Application.database().number("select count(*) from material") + " rows, "
                    + files.filter(file -> Files.isRegularFile(file)
                                    && !file.getFileName().toString().startsWith("camket."))
                            .count()
                    + " files";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static byte[] film() {
        try (var file = TrainerJourneyPageIT.class.getResourceAsStream("clip.mp4")) {
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] pdf() {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] picture() {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
