package vn.camket.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Person;

/** Files that a lesson does not take, and what is left of them: nothing. */
class UploadIT {
    private static final String BOUNDARY = "----camket";
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
            .getBytes(StandardCharsets.US_ASCII);

    private static final Http TRAINER = Http.as(Person.TRAINER);
    private static String module = "";
    private static String version = "";
    private static String lesson = "";

    private final Database database = Application.database();

    @BeforeAll
    static void aDraftWithOneLesson() {
        var database = Application.database();
        database.change("insert into module (code, created_at) values ('upload-it', ?)", java.time.Instant.now());
        module = database.text("select id from module where code = 'upload-it'");
        database.change(
                "insert into module_version (module_id, number, title, summary, created_at) values (?, 1, 'T', 'S', ?)",
                module,
                java.time.Instant.now());
        version = database.text("select id from module_version where module_id = ?", module);
        database.change(
                "insert into lesson (module_version_id, position, kind, title, minutes, body) values (?, 1, 'TEXT', 'L', 5, '')",
                version);
        lesson = database.text("select id from lesson where module_version_id = ?", version);
    }

    @AfterAll
    static void away() {
        var database = Application.database();
        database.change("delete from lesson where module_version_id = ?", version);
        database.change("delete from module_version where id = ?", version);
        database.change("delete from module where id = ?", module);
    }

    @Test
    void filesThatAreNotWhatTheySayLeaveNothing() throws IOException {
        var files = Map.of(
                "chuong-trinh.pdf",
                        "MZ\u0090\u0000\u0003 this program cannot be run".getBytes(StandardCharsets.ISO_8859_1),
                "trang.png", "<!DOCTYPE html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
                "rong.pdf", new byte[0],
                "van-ban.docx", bomb(),
                "phim.mp4", PDF,
                "anh.svg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"
                                .getBytes(StandardCharsets.UTF_8));
        var before = traces();
        Application.newFaults();

        files.forEach((name, content) -> {
            var answer = upload(name, content);

            assertThat(answer.status()).as(name).isEqualTo(200);
            assertThat(traces()).as(name).isEqualTo(before);
        });
        assertThat(Application.newFaults()).isEmpty();
    }

    @Test
    void aNameThatPointsElsewhereIsRefusedWithAReason() {
        var before = traces();

        var answer = upload("../../../../etc/thu.pdf", PDF);

        assertThat(answer.body()).contains("Tên tệp “", "không dùng được. Đổi tên rồi tải lại.");
        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void aDecomposedNameIsKeptComposedAndTheFileLiesUnderItsHash() {
        var name = "Chương trình phòng, chống tiêu cực.pdf";

        upload(Normalizer.normalize(name, Normalizer.Form.NFD), PDF);

        assertThat(database.text(
                        "select m.file_name from material m join lesson l on l.material_id = m.id where l.id = ?",
                        lesson))
                .isEqualTo(name);
        assertThat(files()).isNotEmpty().allMatch(file -> file.matches("[0-9a-f/]+"));
    }

    @Test
    void scriptsInALessonAreNotStored() {
        var page = TRAINER.get("/training/write/lesson.xhtml?lesson=" + lesson);

        TRAINER.submit(
                page,
                "writing",
                "writing:save",
                Map.of(
                        "writing:title", "Bài thử",
                        "writing:minutes", "5",
                        "writing:body_input",
                                "<p onclick=\"x()\">Chữ <b>đậm</b></p><script>alert(1)</script><img src=\"x\" onerror=\"x()\"><a href=\"javascript:x()\">a</a><iframe src=\"//x\"></iframe>"));

        assertThat(database.text("select body from lesson where id = ?", lesson))
                .contains("Chữ <strong>đậm</strong>")
                .doesNotContain("script", "onclick", "onerror", "javascript", "iframe");
    }

    @Test
    void twoGigabytesAreRefusedBeforeTheyAreSent() throws IOException {
        Application.newFaults();
        var before = traces();

        var told = announce("/training/write/lesson.xhtml?lesson=" + lesson, 2_362_232_012L);

        assertThat(told).startsWith("HTTP/1.1 413").contains("Dữ liệu gửi lên quá lớn", "2.000 MB");
        assertThat(traces()).isEqualTo(before);
        assertThat(Application.newFaults()).isEmpty();
    }

    @Test
    void whoeverWritesNoLessonsSendsNoFiles() {
        var answer = Http.as(Person.LEARNER)
                .send(
                        "POST",
                        "/training/write/lesson.xhtml?lesson=" + lesson,
                        BodyPublishers.ofByteArray(new byte[3_000_000]),
                        Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));

        assertThat(answer.status()).isEqualTo(403);
    }

    /** Sends the head of a request and a little of its body, then only listens until the server hangs up. */
    private static String announce(String path, long length) throws IOException {
        var url = URI.create(Application.url());
        var cookies = new StringBuilder();
        TRAINER.cookies().forEach(cookie -> cookies.append(cookie.getName())
                .append('=')
                .append(cookie.getValue())
                .append("; "));
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: " + url.getAuthority()
                                    + "\r\nSec-Fetch-Site: same-origin\r\nCookie: " + cookies
                                    + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY
                                    + "\r\nContent-Length: " + length + "\r\n\r\n--" + BOUNDARY + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new StringBuilder();
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                answer.append(line).append('\n');
            }
            return answer.toString();
        }
    }

    /** As the page's script sends a chosen file. */
    private static Http.Answer upload(String name, byte[] content) {
        var page = TRAINER.get("/training/write/lesson.xhtml?lesson=" + lesson);
        var state = page.body().replaceAll("(?s).*?name=\"jakarta.faces.ViewState\"[^>]*?value=\"([^\"]*)\".*", "$1");
        var nonce = page.body().replaceAll("(?s).*?nonce=\"([^\"]*)\".*", "$1");
        var body = new ByteArrayOutputStream();
        Map.of(
                        "files", "files",
                        "jakarta.faces.ViewState", state,
                        "jakarta.faces.partial.ajax", "true",
                        "jakarta.faces.partial.execute", "files:upload",
                        "jakarta.faces.partial.render", "messages",
                        "jakarta.faces.source", "files:upload",
                        "files:upload_totalFilesCount", "1",
                        "primefaces.nonce", nonce)
                .forEach((field, value) -> part(body, "\"" + field + "\"", value.getBytes(StandardCharsets.UTF_8)));
        part(body, "\"files:upload\"; filename=\"" + name + "\"", content);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return TRAINER.send(
                "POST",
                "/training/write/lesson.xhtml?lesson=" + lesson,
                BodyPublishers.ofByteArray(body.toByteArray()),
                Map.of(
                        "Content-Type", "multipart/form-data; boundary=" + BOUNDARY,
                        "Faces-Request", "partial/ajax",
                        "X-Requested-With", "XMLHttpRequest"));
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=" + name + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** A document of a few kilobytes that unpacks to a hundred megabytes. */
    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            var zeros = new byte[1_048_576];
            for (var megabyte = 0; megabyte < 100; megabyte++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private List<String> traces() {
        return List.of(
                String.join(" ", files()),
                database.text("select count(*) from material"),
                database.text(
                        "select concat(version, kind, body, coalesce(material_id, 0)) from lesson where id = ?",
                        lesson));
    }

    /** Everything under the folder of materials. */
    private static List<String> files() {
        var folder = Application.dataFolder().resolve("materials");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
