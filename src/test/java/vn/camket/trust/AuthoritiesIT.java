package vn.camket.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.camket.audit.CanonicalRecord;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Person;

/** An administrator keeps the list of authorities. */
class AuthoritiesIT {
    private final Database database = Application.database();

    @Test
    void showsACertificateBeforeItIsAddedAndAddsItOnlyWithThePassword() throws Exception {
        var root = SampleAuthority.root("Hà Sơn Root CA");
        var fingerprint = X509Files.fingerprint(root.certificate()).replaceAll("(.{4})(?=.)", "$1 ");

        var looked = TrustedList.http()
                .postFile(
                        TrustedList.PAGE,
                        Map.of("act", "look"),
                        "file",
                        "root.cer",
                        root.certificate().getEncoded());
        var wrong = TrustedList.add(root.certificate(), "wrong");

        assertThat(looked.body()).contains(fingerprint, "Hà Sơn Root CA", "Chứng thư gốc");
        assertThat(wrong.body()).contains("password-error", fingerprint);
        assertThat(listed(root)).isZero();

        assertThat(TrustedList.add(root.certificate(), TrustedList.PASSWORD).body())
                .contains("Đã thêm vào danh sách");
        assertThat(listed(root)).isEqualTo(1);
        assertThat(TrustedList.add(root.certificate(), TrustedList.PASSWORD).body())
                .contains("đã có trong danh sách");
        assertThat(record(root, "added_entry"))
                .containsEntry("kind", "TRUST")
                .containsEntry("act", "ADDED")
                .containsEntry("role", "ROOT")
                .containsEntry("certificate_sha256", X509Files.fingerprint(root.certificate()));

        var id = database.text(
                "select id from trusted_certificate where listed is not null and sha256 = ?", sha256(root));
        assertThat(remove(id, " ", TrustedList.PASSWORD).body()).contains("reason-" + id + "-error");
        assertThat(remove(id, "Khóa gốc bị lộ", "wrong").body()).contains("password-" + id + "-error");
        assertThat(remove(id, "Khóa gốc bị lộ", TrustedList.PASSWORD).body())
                .contains("Đã ngừng dùng", "Khóa gốc bị lộ");
        assertThat(remove(id, "Khóa gốc bị lộ", TrustedList.PASSWORD).body()).contains("người khác thay đổi");
        assertThat(listed(root)).isZero();
        assertThat(record(root, "ended_entry"))
                .containsEntry("act", "REMOVED")
                .containsEntry("reason", "Khóa gốc bị lộ");
        assertThat(TrustedList.add(root.certificate(), TrustedList.PASSWORD).body())
                .contains("Đã thêm vào danh sách");
        assertThat(database.texts(
                        "select act from audit_entry where object_kind = 'trusted_certificate' and object_id = ?", id))
                .containsExactlyInAnyOrder("TRUST_ADDED", "TRUST_REMOVED");
    }

    @Test
    void refusesWhatIsNoAuthority() throws Exception {
        var person = SampleCheck.PERSON.certificate().getEncoded();

        assertThat(look(person).body()).contains("không phải chứng thư số của tổ chức chứng thực");
        assertThat(look("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .body())
                .contains("không chứa chứng thư số đọc được");
        assertThat(look(new byte[0]).body()).contains("Chưa chọn tệp");
        assertThat(look(pem("CERTIFICATE", SampleCheck.ROOT.certificate().getEncoded()))
                        .body())
                .contains("Lam Giang Root CA");
    }

    @Test
    void takesOnlyFreshListsOfItsAuthorities() {
        var authority = TrustedList.silentAuthority("Lam Giang CA 3");
        var now = SampleAuthority.now();
        var day = Duration.ofDays(1);

        assertThat(TrustedList.bring(SampleCheck.AUTHORITY.list(now, now.plus(day)))
                        .body())
                .contains("không do tổ chức chứng thực nào");
        assertThat(TrustedList.bring(authority.list(now.minus(day.multipliedBy(9)), now.plus(day)))
                        .body())
                .contains("đã quá hạn");
        assertThat(TrustedList.bring(authority.list(now.minus(day.multipliedBy(2)), now.minus(day)))
                        .body())
                .contains("đã quá hạn");
        assertThat(TrustedList.bring("x".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .body())
                .contains("không chứa danh sách thu hồi");
        assertThat(TrustedList.bring(new byte[0]).body()).contains("Chưa chọn tệp");
        var list = pem("X509 CRL", authority.list(now.minus(day), now.plus(day)));
        assertThat(TrustedList.bring(list).body()).contains("Đã cập nhật danh sách thu hồi");
        assertThat(TrustedList.bring(list).body()).contains("không mới hơn");
    }

    @Test
    void isForTheSystemAdministratorAlone() {
        var fields = Map.of(
                "act", "add", "certificate", TrustedList.base64(SampleCheck.ROOT.certificate()), "password", "x");

        assertThat(Http.as(Person.CAMPAIGN_ADMINISTRATOR)
                        .post(TrustedList.PAGE, fields)
                        .status())
                .isEqualTo(403);
        assertThat(Http.as(Person.LEARNER).get(TrustedList.PAGE).status()).isEqualTo(403);
        assertThat(TrustedList.http()
                        .post(TrustedList.PAGE, Map.of("act", "nonsense"))
                        .status())
                .isEqualTo(404);
        assertThat(TrustedList.http()
                        .post(TrustedList.PAGE, Map.of("act", "remove", "authority", "abc"))
                        .status())
                .isEqualTo(404);
    }

    private static Http.Answer look(byte[] file) {
        return TrustedList.http().postFile(TrustedList.PAGE, Map.of("act", "look"), "file", "a.cer", file);
    }

    private static Http.Answer remove(String id, String reason, String password) {
        return TrustedList.http()
                .post(
                        TrustedList.PAGE,
                        Map.of("act", "remove", "authority", id, "reason", reason, "password", password));
    }

    private static byte[] pem(String kind, byte[] der) {
        return ("-----BEGIN " + kind + "-----\n"
                        + java.util.Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + kind + "-----\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static byte[] sha256(SampleAuthority authority) {
        return java.util.HexFormat.of().parseHex(X509Files.fingerprint(authority.certificate()));
    }

    private long listed(SampleAuthority authority) {
        return database.number(
                "select count(*) from trusted_certificate where listed is not null and sha256 = ?", sha256(authority));
    }

    private Map<String, Object> record(SampleAuthority authority, String column) {
        return new java.util.LinkedHashMap<>(CanonicalRecord.read((byte[]) database.rows(
                        "select l.record from trusted_certificate t join ledger_entry l on l.id = t." + column
                                + " where t.sha256 = ?",
                        sha256(authority))
                .get(0)
                .get("record")));
    }
}
