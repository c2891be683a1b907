package vn.camket.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import vn.camket.testing.Http;
import vn.camket.testing.Installation;
import vn.camket.testing.Patience;
import vn.camket.testing.Person;

/** The daily keys on a token that is spoken to by PKCS#11: SoftHSM, a token made of files. */
@DisabledIfSystemProperty(named = "database", matches = "mysql", disabledReason = "keys do not lie in the database")
class KeyTokenIT {
    private static final String PIN = "271828";

    @TempDir
    Path place;

    @Test
    void signsWithKeysThatNeverLeaveTheToken() throws Exception {
        var library = library();
        var environment = Map.of(
                "SOFTHSM2_CONF", token().toString(),
                "CAMKET_DEMONSTRATION", "true",
                "CAMKET_KEYSTORE_LIBRARY", library.toString(),
                "CAMKET_SECRETS", secrets().toString());

        try (var installation = new Installation("token", environment)) {
            assertThat(files(place.resolve("secrets")))
                    .contains("authority.p12", "keystore.pass")
                    .doesNotContain("keys.p12");
            assertThat(isSignedHead(installation)).isTrue();

            var first = current(installation);
            var page = administrator(installation)
                    .post(
                            "/audit/keys.xhtml",
                            Map.of(
                                    "act",
                                    "renew",
                                    "key",
                                    first.get(1),
                                    "password",
                                    Person.SYSTEM_ADMINISTRATOR.password()));
            var second = current(installation);
            installation.killAndStart();

            assertThat(page.body()).contains("Đã thay khóa");
            assertThat(second.get(0)).isEqualTo(first.get(0));
            assertThat(second.get(1)).isNotEqualTo(first.get(1));
            assertThat(current(installation)).isEqualTo(second);
            assertThat(isSignedHead(installation)).isTrue();
            assertThat(sealOfPdf(installation)).isEqualTo(second.get(1));
        }
    }

    private static Http administrator(Installation installation) {
        var http = installation.http();
        http.signIn(Person.SYSTEM_ADMINISTRATOR.userName(), Person.SYSTEM_ADMINISTRATOR.password());
        return http;
    }

    /** Has a PDF issued. @return id of the key that sealed it */
    private static String sealOfPdf(Installation installation) throws SQLException {
        var http = installation.http();
        http.signIn(Person.PROVINCE_HEAD.userName(), Person.PROVINCE_HEAD.password());
        try (var connection = installation.database();
                var statement = connection.createStatement()) {
            try (var code = statement.executeQuery("select max(lookup_code) from signature")) {
                code.next();
                assertThat(http.get("/pledge/pdf/" + code.getString(1)).header("Content-Type"))
                        .startsWith("application/pdf");
            }
            try (var key = statement.executeQuery("select seal_key from pledge_pdf")) {
                key.next();
                return key.getString(1);
            }
        }
    }

    /** Ids of the keys of the log and of the seal. */
    private static List<String> current(Installation installation) throws SQLException {
        try (var connection = installation.database();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select id from signing_key where current_for in ('LOG', 'SEAL') order by current_for")) {
            var ids = new ArrayList<String>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    private static boolean isSignedHead(Installation installation) throws GeneralSecurityException {
        Patience.until(
                "a head is signed",
                () -> installation.http().get("/api/log/head").status() == 200);
        var head = CanonicalRecord.read(installation.http().get("/api/log/head").bytes());
        return KeyRing.verify(
                key((String) head.get("spki")),
                LogText.bytes((String) head.get("text")),
                Base64.getDecoder().decode((String) head.get("signature")));
    }

    private static PublicKey key(String spki) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(spki)));
    }

    private static Path library() {
        var library = Stream.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
        assumeTrue(library.isPresent(), "SoftHSM (package softhsm2) is not installed");
        return library.get();
    }

    /** Makes a token. @return the file that tells SoftHSM where it is */
    private Path token() throws IOException, InterruptedException {
        var tokens = Files.createDirectory(place.resolve("tokens"));
        var settings = Files.writeString(place.resolve("softhsm2.conf"), "directories.tokendir = " + tokens + "\n");
        var tool = new ProcessBuilder(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        "camket",
                        "--so-pin",
                        "314159",
                        "--pin",
                        PIN)
                .redirectErrorStream(true);
        tool.environment().put("SOFTHSM2_CONF", settings.toString());
        var made = tool.start();
        assertThat(made.waitFor())
                .as(new String(made.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isZero();
        return settings;
    }

    /** The folder that holds the PIN, as an administrator makes it before the first start. */
    private Path secrets() throws IOException {
        var folder = Files.createDirectory(
                place.resolve("secrets"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var pin = Files.createFile(
                folder.resolve("keystore.pass"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(pin, PIN);
        return folder;
    }

    private static List<String> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
