package vn.camket.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.junit.jupiter.api.Test;
import vn.camket.platform.web.Format;
import vn.camket.platform.web.Texts;
import vn.camket.testing.Application;
import vn.camket.testing.Http;
import vn.camket.testing.Person;
import vn.camket.testing.Signer;

class KeysIT {
    private static final String PASSWORD = "lai-chau-2026";

    @Test
    void showsTheFingerprintsToEverybody() {
        var page = Http.anonymous().get("/audit/keys.xhtml");

        assertThat(page.status()).isEqualTo(200);
        for (var id : current()) {
            assertThat(page.body()).contains(id.replaceAll("(.{4})(?=.)", "$1 "));
        }
        assertThat(page.body()).doesNotContain("type=\"password\"");
    }

    @Test
    void writesEachKeyIntoTheLedgerSignedByItself() {
        for (var row : Application.database()
                .rows("select k.id, e.record from signing_key k join ledger_entry e on e.id = k.made_entry")) {
            var record = CanonicalRecord.read((byte[]) row.get("record"));
            var certificate = Certificates.read(Base64.getDecoder().decode((String) record.get("certificate")));

            assertThat(record)
                    .containsEntry("kind", "KEY")
                    .containsEntry("act", "MADE")
                    .containsEntry("key", row.get("id"));
            assertThat(Certificates.id(certificate.getPublicKey())).isEqualTo(row.get("id"));
            assertSignedByItself(record, certificate);
        }
    }

    @Test
    void keepsThePrivateKeysOutOfTheDatabase() throws Exception {
        var folder = Application.dataFolder().resolve("secrets");

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("authority.p12", "keys.p12", "keystore.pass")
                    .isSubsetOf("authority.p12", "keys.p12", "keystore.pass", "box.key");
        }
        assertThat(new String(Files.readAllBytes(folder.resolve("keys.p12")), StandardCharsets.ISO_8859_1))
                .doesNotContain("PRIVATE KEY");
    }

    @Test
    void letsOnlyTheSystemAdministratorRenewAndOnlyWithThePassword() {
        var before = seal();
        var learner = Http.as(Person.LEARNER).post("/audit/keys.xhtml", change("renew", before, PASSWORD, ""));
        var wrong =
                Http.as(Person.SYSTEM_ADMINISTRATOR).post("/audit/keys.xhtml", change("renew", before, "wrong", ""));
        var silent =
                Http.as(Person.SYSTEM_ADMINISTRATOR).post("/audit/keys.xhtml", change("leaked", before, PASSWORD, " "));

        assertThat(learner.status()).isEqualTo(403);
        assertThat(wrong.status()).isEqualTo(200);
        assertThat(silent.body()).contains("reason-" + before + "-error");
        assertThat(seal()).isEqualTo(before);
    }

    @Test
    void renewsAKeyAndLetsTheOldOneVouchForIt() {
        var http = Http.as(Person.SYSTEM_ADMINISTRATOR);
        var before = seal();

        var page = http.post("/audit/keys.xhtml", change("renew", before, PASSWORD, ""));
        var again = http.post("/audit/keys.xhtml", change("renew", before, PASSWORD, ""));

        assertThat(page.body()).contains("Đã thay khóa");
        assertThat(again.body()).contains("ck-err");
        var after = seal();
        assertThat(after).isNotEqualTo(before);
        assertThat(record("made_entry", after)).contains("\"key\":\"" + before + "\"");
        assertThat(record("retired_entry", before)).contains("\"act\":\"RETIRED\"");
        assertThat(record("made_entry", after)).contains("\"" + before + "\"");
    }

    @Test
    void publishesALeak() {
        var before = seal();

        Http.as(Person.SYSTEM_ADMINISTRATOR)
                .post("/audit/keys.xhtml", change("leaked", before, PASSWORD, "Mất một bản sao lưu"));

        assertThat(record("retired_entry", before))
                .contains("\"act\":\"LEAKED\"")
                .contains("Mất một bản sao lưu");
        assertThat(record("made_entry", seal())).doesNotContain(before);
        assertThat(Http.anonymous().get("/audit/keys.xhtml").body()).contains("Đã lộ");
    }

    @Test
    void makesARequestThatOpenSslAccepts() throws Exception {
        var http = Http.as(Person.SYSTEM_ADMINISTRATOR);
        var names = Map.of(
                "act",
                "request",
                "key",
                seal(),
                "common",
                "Hệ thống cam kết",
                "organization",
                "Sở Nội vụ",
                "place",
                "Lai Châu");

        var answer = http.post("/audit/keys.xhtml", names);

        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"camket-seal-" + seal().substring(0, 8) + ".csr\"");
        var request = request(answer.body());
        assertThat(Certificates.id(new JcaPKCS10CertificationRequest(request).getPublicKey()))
                .isEqualTo(seal());
        assertThat(request.getSubject().toString()).isEqualTo("C=VN,L=Lai Châu,O=Sở Nội vụ,CN=Hệ thống cam kết");
        assertThat(openSsl(answer.body(), "req", "-verify", "-noout")).containsIgnoringCase("verify OK");
        assertThat(Application.database()
                        .number("select count(*) from audit_entry where act = 'KEY_CERTIFICATE_REQUESTED'"))
                .isPositive();
    }

    @Test
    void makesRequestsForKeepersOnlyAndNotWithoutNames() {
        var keeper = Http.as(Person.SYSTEM_ADMINISTRATOR);

        assertThat(Http.as(Person.LEARNER)
                        .post("/audit/keys.xhtml", asked("Camket", "Camket"))
                        .status())
                .isEqualTo(403);
        assertThat(keeper.post("/audit/keys.xhtml", asked(" ", "Camket")).body())
                .contains("common-" + seal() + "-error");
        assertThat(keeper.post("/audit/keys.xhtml", asked("Camket", "")).body())
                .contains("organization-" + seal() + "-error");
        assertThat(keeper.post("/audit/keys.xhtml", asked("a".repeat(65), "Camket"))
                        .body())
                .contains("nhiều nhất 64 ký tự");
    }

    private static Map<String, String> asked(String common, String organization) {
        return Map.of("act", "request", "key", seal(), "common", common, "organization", organization);
    }

    @Test
    void takesTheCertificateOfAnotherAuthority() throws Exception {
        var issuer = SampleIssuer.root("Root").below("Issuer");
        var http = Http.as(Person.SYSTEM_ADMINISTRATOR);
        var seal = seal();
        var request = request(
                http.post("/audit/keys.xhtml", asked("Camket", "Camket")).body());
        var certificate = issuer.issue(new JcaPKCS10CertificationRequest(request).getPublicKey());
        try {
            var wrong = ForeignSeal.paste(http, seal, issuer.chainFor(certificate), "wrong");
            var taken = ForeignSeal.paste(http, seal, issuer.chainFor(certificate), PASSWORD);
            var again = ForeignSeal.paste(http, seal, issuer.chainFor(certificate), PASSWORD);

            assertThat(wrong.body()).contains("certify-" + seal + "-error");
            assertThat(taken.body()).contains("Đã dùng chứng thư mới", "Issuer").contains(renewalOf(certificate));
            assertThat(again.body()).contains("Chứng thư này đang được dùng");
            assertThat(seal()).isEqualTo(seal);
            var record = CanonicalRecord.read(record("certified_entry", seal).getBytes(StandardCharsets.UTF_8));
            assertThat(record).containsEntry("act", "CERTIFIED").containsEntry("key", seal);
            assertThat((List<?>) record.get("certificates")).hasSize(3);
            assertSignedByItself(record, certificate);
        } finally {
            renewTwice(http);
        }
    }

    private static String renewalOf(X509Certificate certificate) {
        return Format.dayOf(certificate.getNotAfter().toInstant().minus(SigningKeys.DAYS_BEFORE_THE_END));
    }

    private static void assertSignedByItself(Map<String, ?> record, X509Certificate certificate) {
        var statement = new HashMap<>(record);
        statement.remove("signatures");
        var own = (Map<?, ?>) ((List<?>) record.get("signatures")).get(0);
        assertThat(KeyRing.verify(
                        certificate.getPublicKey(),
                        CanonicalRecord.of(statement),
                        Base64.getDecoder().decode((String) own.get("signature"))))
                .isTrue();
    }

    @Test
    void sealsUnderTheNewChainAndTellsWhenItIsGone() throws Exception {
        try (var foreign = ForeignSeal.begun()) {
            assertThat(foreign.answer().body()).contains("Đã dùng chứng thư mới");
            assertThat(foreign.chain()).hasSize(5);
            var signed = sealed();
            var signer = signed.getSignerInfos().getSigners().iterator().next();
            var own = sent(signed).stream()
                    .filter(one -> signer.getSID().match(one))
                    .toList();
            assertThat(sent(signed)).hasSize(4);
            assertThat(own.get(0).getEncoded())
                    .isEqualTo(Certificates.encoded(foreign.chain().get(0)));
            assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(own.get(0))))
                    .isTrue();

            var renewed = foreign.renew();
            assertThat(renewed.body()).contains("Khóa trước có chứng thư do Third cấp");
            assertThat(foreign.keeper().get("/audit/ledger.xhtml").body())
                    .contains("Chứng thư do tổ chức khác cấp đã thôi dùng");
            assertThat(sent(sealed())).hasSize(1);

            assertThat(foreign.renew().body()).doesNotContain("Khóa trước có chứng thư");
            assertThat(foreign.keeper().get("/audit/ledger.xhtml").body())
                    .doesNotContain("Chứng thư do tổ chức khác cấp đã thôi dùng");
        }
    }

    /** As if the machine had stopped between the file of the keys and the database. */
    @Test
    void putsAChainAsideThatTheLedgerDoesNotKnow() {
        var http = Http.as(Person.SYSTEM_ADMINISTRATOR);
        var folder = new KeyFolder(Application.dataFolder().resolve("secrets"));
        var ring = KeyRing.open(folder, Optional.empty());
        var own = ring.find(KeyPurpose.SEAL, seal()).orElseThrow();
        ring.certify(own, SampleIssuer.longest(own));
        var log = Application.database().text("select id from signing_key where current_for = 'LOG'");

        http.post("/audit/keys.xhtml", change("renew", log, PASSWORD, ""));

        assertThat(KeyRing.open(folder, Optional.empty())
                        .find(KeyPurpose.SEAL, own.id())
                        .orElseThrow()
                        .chain())
                .isEqualTo(own.chain());
    }

    private static List<X509CertificateHolder> sent(CMSSignedData signed) {
        return List.copyOf(signed.getCertificates().getMatches(null));
    }

    /** The signature of a PDF that was just issued. */
    private static CMSSignedData sealed() throws Exception {
        var signer = Signer.fresh();
        signer.sign(Map.of());
        var code = Application.database()
                .text("select lookup_code from signature where enrolment_id = ?", signer.enrolment());
        var file = signer.http().get("/pledge/pdf/" + code).bytes();
        try (var document = Loader.loadPDF(file)) {
            var signature = document.getSignatureDictionaries().get(0);
            return new CMSSignedData(
                    new CMSProcessableByteArray(signature.getSignedContent(file)), signature.getContents(file));
        }
    }

    @Test
    void refusesEveryOtherChainAndSaysWhy() {
        var http = Http.as(Person.SYSTEM_ADMINISTRATOR);
        var before = record("made_entry", seal());
        var key = Certificates.read(Base64.getDecoder()
                        .decode((String) CanonicalRecord.read(before.getBytes(StandardCharsets.UTF_8))
                                .get("certificate")))
                .getPublicKey();

        SampleIssuer.refused(key).forEach((reason, sent) -> {
            var answer = ForeignSeal.certify(http, seal(), sent, PASSWORD);

            assertThat(answer.body())
                    .as(reason.name())
                    .contains("certificates-" + seal() + "-error")
                    .contains(beginning(reason));
        });
        assertThat(
                        Application.database()
                                .number(
                                        "select count(*) from signing_key where current_for = 'SEAL' and certified_entry is not null"))
                .isZero();
    }

    /** Of its message, up to the first detail. */
    private static String beginning(AuditRefusal reason) {
        var message = Texts.text(Locale.forLanguageTag("vi"), "audit.refusal." + reason.name(), "\0", "\0", "\0");
        return message.contains("\0") ? message.substring(0, message.indexOf('\0')) : message;
    }

    @Test
    void takesCertificatesFromKeepersOnlyAndForTheKeyInUse() {
        var issuer = SampleIssuer.root("Root");
        var keeper = Http.as(Person.SYSTEM_ADMINISTRATOR);
        var other = issuer.chainFor(issuer.issue(SampleIssuer.pair().getPublic()));
        var authority = Application.database().text("select id from signing_key where current_for = 'AUTHORITY'");
        var before = seal();
        keeper.post("/audit/keys.xhtml", change("renew", before, PASSWORD, ""));

        assertThat(ForeignSeal.certify(Http.as(Person.LEARNER), seal(), other, PASSWORD)
                        .status())
                .isEqualTo(403);
        assertThat(ForeignSeal.certify(keeper, authority, other, PASSWORD).status())
                .isEqualTo(403);
        assertThat(ForeignSeal.certify(keeper, before, other, PASSWORD).body()).contains("vừa được người khác thay");
    }

    private static PKCS10CertificationRequest request(String pem) throws IOException {
        return new PKCS10CertificationRequest(Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "")));
    }

    private static String openSsl(String input, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var stream = process.getOutputStream()) {
            stream.write(input.getBytes(StandardCharsets.US_ASCII));
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void renewTwice(Http http) {
        for (var turn = 0; turn < 2; turn++) {
            http.post("/audit/keys.xhtml", change("renew", seal(), PASSWORD, ""));
        }
    }

    private static Map<String, String> change(String act, String key, String password, String reason) {
        return Map.of("act", act, "key", key, "password", password, "reason", reason);
    }

    private static List<String> current() {
        return Application.database().texts("select id from signing_key where current_for is not null");
    }

    private static String seal() {
        return Application.database().text("select id from signing_key where current_for = 'SEAL'");
    }

    private static String record(String column, String key) {
        return new String(
                (byte[]) Application.database()
                        .rows(
                                "select e.record from signing_key k join ledger_entry e on e.id = k." + column
                                        + " where k.id = ?",
                                key)
                        .get(0)
                        .get("record"),
                StandardCharsets.UTF_8);
    }
}
