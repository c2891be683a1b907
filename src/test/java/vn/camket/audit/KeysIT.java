package vn.camket.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.camket.testing.Application;
import vn.camket.testing.Http;
import vn.camket.testing.Person;

class KeysIT {
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
            var statement = new HashMap<>(record);
            statement.remove("signatures");
            var own = (Map<?, ?>) ((List<?>) record.get("signatures")).get(0);
            var certificate = Certificates.read(Base64.getDecoder().decode((String) record.get("certificate")));

            assertThat(record)
                    .containsEntry("kind", "KEY")
                    .containsEntry("act", "MADE")
                    .containsEntry("key", row.get("id"));
            assertThat(Certificates.id(certificate.getPublicKey())).isEqualTo(row.get("id"));
            assertThat(KeyRing.verify(
                            certificate.getPublicKey(),
                            CanonicalRecord.of(statement),
                            Base64.getDecoder().decode((String) own.get("signature"))))
                    .isTrue();
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
        var learner = Http.as(Person.LEARNER).post("/audit/keys.xhtml", change("renew", before, "lai-chau-2026", ""));
        var wrong =
                Http.as(Person.SYSTEM_ADMINISTRATOR).post("/audit/keys.xhtml", change("renew", before, "wrong", ""));
        var silent = Http.as(Person.SYSTEM_ADMINISTRATOR)
                .post("/audit/keys.xhtml", change("leaked", before, "lai-chau-2026", " "));

        assertThat(learner.status()).isEqualTo(403);
        assertThat(wrong.status()).isEqualTo(200);
        assertThat(silent.body()).contains("reason-" + before + "-error");
        assertThat(seal()).isEqualTo(before);
    }

    @Test
    void renewsAKeyAndLetsTheOldOneVouchForIt() {
        var http = Http.as(Person.SYSTEM_ADMINISTRATOR);
        var before = seal();

        var page = http.post("/audit/keys.xhtml", change("renew", before, "lai-chau-2026", ""));
        var again = http.post("/audit/keys.xhtml", change("renew", before, "lai-chau-2026", ""));

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
                .post("/audit/keys.xhtml", change("leaked", before, "lai-chau-2026", "Mất một bản sao lưu"));

        assertThat(record("retired_entry", before))
                .contains("\"act\":\"LEAKED\"")
                .contains("Mất một bản sao lưu");
        assertThat(record("made_entry", seal())).doesNotContain(before);
        assertThat(Http.anonymous().get("/audit/keys.xhtml").body()).contains("Đã lộ");
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
