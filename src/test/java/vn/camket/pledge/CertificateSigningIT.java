package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.camket.audit.CanonicalRecord;
import vn.camket.audit.Ledger;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Patience;
import vn.camket.testing.Person;
import vn.camket.trust.PersonalSigner;
import vn.camket.trust.SampleAuthority;
import vn.camket.trust.TrustedList;

/** The issued PDF goes out, is signed with a personal certificate, and comes back. */
class CertificateSigningIT {

    private final Database database = Application.database();

    @Test
    void acceptsTheSignersOwnSignatureAndShowsItToWhomItConcerns() throws Exception {
        var authority = TrustedList.silentAuthority("Lam Giang CA 1");
        TrustedList.tell(authority);
        var pledger = Pledger.signed();
        var number = pledger.number();
        var file = sign(pledger, authority, number);

        var page = send(pledger, file);

        assertThat(page.path()).isEqualTo("/pledge/certificate.xhtml?code=" + pledger.code());
        assertThat(page.body()).contains("Đã ký số", "Lam Giang CA 1", "Chứng thư số chưa bị thu hồi");
        var row = database.rows(
                        "select u.sha256, u.signer, v.accepted_for, l.kind, l.record from signed_upload u"
                                + " join signed_upload_verdict v on v.upload_id = u.id"
                                + " join ledger_entry l on l.id = v.ledger_entry_id where u.signature_id = ?",
                        pledger.signature())
                .get(0);
        var sha256 = HexFormat.of().formatHex(Ledger.sha256(file));
        var record = CanonicalRecord.read((byte[]) row.get("record"));
        assertThat(record)
                .containsEntry("kind", "PLEDGE_SIGNED_BY_CERTIFICATE")
                .containsEntry("pledge_leaf_hash", pledger.leafHash())
                .containsEntry("sha256", sha256)
                .containsEntry("bytes", (long) file.length);
        assertThat(new String((byte[]) row.get("record"), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(number, pledger.name());
        assertThat(Files.readAllBytes(
                        Application.dataFolder().resolve("pledges/" + sha256.substring(0, 2) + "/" + sha256 + ".pdf")))
                .isEqualTo(file);

        assertThat(pledger.http()
                        .get("/pledge/receipt.xhtml?code=" + pledger.code())
                        .body())
                .contains("Đã ký số", "/pledge/signed/" + pledger.code());
        assertThat(Http.anonymous()
                        .get("/pledge/verify.xhtml?code=" + pledger.code())
                        .body())
                .contains("Đã ký số bằng chứng thư số của " + NameMask.of(pledger.name()), sha256)
                .doesNotContain(number);
        assertThat(pledger.http().get("/pledge/signed/" + pledger.code()).bytes())
                .isEqualTo(file);
        assertThat(Http.as(Person.PROVINCE_HEAD)
                        .get("/pledge/signed/" + pledger.code())
                        .bytes())
                .isEqualTo(file);
        assertThat(Http.as(Person.COMMUNE_HEAD)
                        .get("/pledge/signed/" + pledger.code())
                        .status())
                .isEqualTo(404);
        assertThat(Http.as(Person.PROVINCE_HEAD)
                        .get("/pledge/certificate.xhtml?code=" + pledger.code())
                        .status())
                .isEqualTo(404);

        assertThat(send(pledger, file).path()).isEqualTo("/pledge/certificate.xhtml?code=" + pledger.code());
        assertThat(uploads(pledger)).isEqualTo(1);
        var another = send(pledger, sign(pledger, authority, number));
        assertThat(another.body()).contains("Bản cam kết này đã được ký số");
        assertThat(uploads(pledger)).isEqualTo(1);
    }

    @Test
    void leavesNothingOfARefusedFileButANote() {
        var authority = TrustedList.authority();
        var pledger = Pledger.signed();
        var without = send(pledger, sign(pledger, authority, "012345678901"));
        var number = pledger.number();
        var entries = database.number("select count(*) from ledger_entry where kind = 'PLEDGE_SIGNED_BY_CERTIFICATE'");
        var files = pdfs();

        var foreign = send(pledger, sign(pledger, authority, "012345678999"));
        var expired = send(pledger, signByExpired(pledger, authority, number));
        var unsigned = send(pledger, issued(pledger));
        var missing = send(pledger, new byte[0]);
        var large = send(pledger, new byte[6 * 1_048_576]);

        assertThat(without.body()).contains("chưa ghi nhận số định danh cá nhân");
        assertThat(foreign.body())
                .contains("không phải của người đã cam kết", "Chứng thư số của đúng người cam kết", "Không đạt");
        assertThat(expired.body()).contains("Chứng thư số đã hết hạn ngày");
        assertThat(unsigned.body()).contains("Tệp chưa có chữ ký số nào");
        assertThat(missing.body()).contains("Chưa chọn tệp");
        assertThat(large.body()).contains("Tệp quá lớn");
        assertThat(uploads(pledger)).isZero();
        assertThat(database.number("select count(*) from ledger_entry where kind = 'PLEDGE_SIGNED_BY_CERTIFICATE'"))
                .isEqualTo(entries);
        assertThat(pdfs()).isEqualTo(files);
        assertThat(database.texts(
                        "select detail from audit_entry where act = 'CERTIFICATE_SIGNATURE_REFUSED' and object_id = ?",
                        pledger.signature()))
                .hasSize(5)
                .anyMatch(detail -> detail.contains("OTHER_PERSON"))
                .anyMatch(detail -> detail.contains("CERTIFICATE_EXPIRED"));
    }

    @Test
    void takesNoFileForAPledgeThatIsSomebodyElses() {
        var authority = TrustedList.authority();
        var pledger = Pledger.signed();
        var other = Pledger.signed();
        var file = sign(pledger, authority, pledger.number());

        var foreign = other.http()
                .postFile("/pledge/certificate.xhtml", Map.of("code", pledger.code()), "file", "a.pdf", file);

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(send(other, file).body()).contains("không bắt đầu bằng đúng bản PDF đã phát hành");
        assertThat(uploads(pledger) + uploads(other)).isZero();
    }

    @Test
    void waitsWhereRevocationIsUnknownAndDecidesWhenAListComes() throws Exception {
        var authority = TrustedList.silentAuthority("Lam Giang CA 2");
        var good = Pledger.signed();
        var bad = Pledger.signed();
        var holder = bad.holder(authority, bad.number());

        var waiting = send(good, sign(good, authority, good.number()));
        send(bad, new PersonalSigner(holder, authority.certificate()).sign(issued(bad)));

        assertThat(waiting.body()).contains("Chờ kiểm tra", "tự kiểm tra lại mỗi giờ");
        assertThat(verdicts(good) + verdicts(bad)).isZero();
        assertThat(Http.anonymous()
                        .get("/pledge/verify.xhtml?code=" + good.code())
                        .body())
                .doesNotContain("Đã ký số bằng");
        assertThat(Http.as(Person.PROVINCE_HEAD)
                        .get("/pledge/signed/" + good.code())
                        .status())
                .isEqualTo(404);

        TrustedList.tell(authority, holder);
        Patience.until("both are checked again", () -> verdicts(good) + verdicts(bad) == 2);

        assertThat(page(good)).contains("Đã ký số");
        assertThat(page(bad)).contains("Không được chấp nhận", "Ba bước ký số");
        assertThat(database.text(
                        "select v.reason from signed_upload_verdict v join signed_upload u on u.id = v.upload_id where u.signature_id = ?",
                        bad.signature()))
                .isEqualTo("CERTIFICATE_REVOKED");
        assertThat(bad.http().get("/pledge/signed/" + bad.code()).status()).isEqualTo(404);
    }

    @Test
    void acceptsNothingForAPledgeThatHasEndedWhileItsFileWaited() {
        var authority = TrustedList.silentAuthority("Lam Giang CA 4");
        var pledger = Pledger.signed();
        send(pledger, sign(pledger, authority, pledger.number()));
        pledger.returnedBy(Http.as(Person.PROVINCE_HEAD), "Chức vụ ghi trên bản chưa đúng, đề nghị ký lại");
        assertThat(verdicts(pledger)).isZero();

        TrustedList.tell(authority);
        Patience.until("it is checked again", () -> verdicts(pledger) == 1);

        assertThat(database.text(
                        "select v.reason from signed_upload_verdict v join signed_upload u on u.id = v.upload_id where u.signature_id = ?",
                        pledger.signature()))
                .isEqualTo("NOT_IN_FORCE");
        assertThat(page(pledger)).contains("đã kết thúc hiệu lực").doesNotContain("Đã ký số");
    }

    @Test
    void takesTenFilesAMinuteFromOneAccount() {
        var pledger = Pledger.signed();
        for (var file = 1; file <= 10; file++) {
            assertThat(send(pledger, new byte[] {1}).status()).isEqualTo(200);
        }

        var eleventh = send(pledger, new byte[] {1});

        assertThat(eleventh.status()).isEqualTo(429);
        assertThat(eleventh.body()).contains("gửi quá nhiều tệp trong một phút");
        assertThat(Long.parseLong(eleventh.header("Retry-After"))).isBetween(1L, 60L);
    }

    @Test
    void readsNothingThatIsLargerThanASignedPledgeCanBe() throws Exception {
        var http = Pledger.signed().http();
        for (var page : new String[] {"/pledge/certificate.xhtml", "/training/write/lesson.xhtml"}) {
            var unannounced = http.send(
                    "POST",
                    page,
                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[100_000])),
                    Map.of("Content-Type", "multipart/form-data; boundary=x"));
            assertThat(unannounced.status()).as(page).isEqualTo(413);
        }
        assertThat(told(http, "/pledge/certificate.xhtml", 9)).startsWith("HTTP/1.1 413");
        assertThat(told(http, "/trust/authorities.xhtml", 13)).startsWith("HTTP/1.1 413");
    }

    /** What the server says to the head of a request, before it has got its body. */
    private static String told(Http http, String page, int megabytes) throws IOException {
        var url = URI.create(Application.url());
        var cookies = http.cookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("POST " + page + " HTTP/1.1\r\nHost: " + url.getAuthority()
                                    + "\r\nSec-Fetch-Site: same-origin\r\nCookie: " + cookies + "\r\nContent-Length: "
                                    + megabytes * 1_048_576
                                    + "\r\nContent-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void signsNoPledgeThatHasEnded() {
        var authority = TrustedList.authority();
        var pledger = Pledger.signed();
        var file = sign(pledger, authority, pledger.number());
        pledger.returnedBy(Http.as(Person.PROVINCE_HEAD), "Chức vụ ghi trên bản chưa đúng, đề nghị ký lại");

        assertThat(send(pledger, file).body()).contains("đã kết thúc hiệu lực");
        assertThat(uploads(pledger)).isZero();
    }

    private static String page(Pledger pledger) {
        return pledger.http()
                .get("/pledge/certificate.xhtml?code=" + pledger.code())
                .body();
    }

    private static byte[] issued(Pledger pledger) {
        return pledger.http().get("/pledge/pdf/" + pledger.code()).bytes();
    }

    private byte[] sign(Pledger pledger, SampleAuthority authority, String number) {
        return new PersonalSigner(pledger.holder(authority, number), authority.certificate()).sign(issued(pledger));
    }

    private byte[] signByExpired(Pledger pledger, SampleAuthority authority, String number) {
        var day = java.time.Duration.ofDays(1);
        var yesterday = java.time.Instant.now().minus(day);
        var holder = authority.issue(SampleAuthority.Wish.person(pledger.name(), "CCCD:" + number)
                .between(yesterday.minus(day.multipliedBy(90)), yesterday));
        return new PersonalSigner(holder, authority.certificate()).sign(issued(pledger));
    }

    private static Http.Answer send(Pledger pledger, byte[] file) {
        return pledger.http()
                .postFile("/pledge/certificate.xhtml", Map.of("code", pledger.code()), "file", "da-ky.pdf", file);
    }

    private long uploads(Pledger pledger) {
        return database.number("select count(*) from signed_upload where signature_id = ?", pledger.signature());
    }

    private long verdicts(Pledger pledger) {
        return database.number(
                "select count(*) from signed_upload_verdict v join signed_upload u on u.id = v.upload_id where u.signature_id = ?",
                pledger.signature());
    }

    /** Files in the folder of the PDFs. */
    private static long pdfs() {
        try (var all = Files.walk(Application.dataFolder().resolve("pledges"))) {
            return all.filter(Files::isRegularFile).count();
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
