package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.camket.audit.CanonicalRecord;
import vn.camket.testing.Application;
import vn.camket.testing.Http;
import vn.camket.testing.Person;

/** Strangers check a pledge: on the public page, by files, and with the script of src/doc. */
class VerificationIT {
    @TempDir
    Path folder;

    @Test
    void showsEveryLineOfThePaperWithoutThePersonalOnes() {
        var signed = Evidence.signed();

        var page = Http.anonymous().get("/pledge/verify.xhtml?code=" + signed.code());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(signed.maskedName(), signed.agency(), signed.recordSha256(), "/proof.json")
                .doesNotContain(signed.fullName())
                .doesNotContain(signed.employeeCode());
    }

    @Test
    void givesStrangersAProofWithoutTheRecord() {
        var signed = Evidence.signed();

        var answer = Http.anonymous().get("/verify/" + signed.code() + "/proof.json");

        var proof = CanonicalRecord.read(answer.bytes());
        assertThat(answer.header("Content-Disposition")).startsWith("attachment");
        assertThat(proof)
                .containsEntry("record", null)
                .containsEntry("leaf_hash", HexFormat.of().formatHex(signed.leafHash()));
        assertThat(answer.body()).doesNotContain(signed.fullName()).doesNotContain(signed.employeeCode());
    }

    @Test
    void tellsNothingOfCodesThatWereNeverGiven() {
        for (var code : new String[] {LookupCode.random().value(), "nonsense"}) {
            assertThat(Http.anonymous().get("/verify/" + code + "/proof.json").status())
                    .isEqualTo(404);
        }
        assertThat(Http.as(Person.SIGNER)
                        .get("/pledge/evidence/" + Evidence.signed().code())
                        .status())
                .isEqualTo(404);
        assertThat(Http.anonymous()
                        .getOnly("/pledge/evidence/" + Evidence.signed().code())
                        .status())
                .isEqualTo(302);
    }

    /** From a network address of this test's own: others go on asking from theirs. */
    @Test
    void answersThirtyQuestionsAMinuteFromOneAddress() throws Exception {
        for (var question = 1; question <= 30; question++) {
            assertThat(asked(77)).as(question + ".").startsWith("HTTP/1.1 200");
        }

        assertThat(asked(77))
                .startsWith("HTTP/1.1 429")
                .contains("Retry-After: ", "Đã kiểm tra quá nhiều lần trong một phút");
        assertThat(asked(78)).startsWith("HTTP/1.1 200");
    }

    private static String asked(int from) throws Exception {
        var url = URI.create(Application.url());
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(),
                url.getPort(),
                InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) from}),
                0)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("GET /pledge/verify.xhtml?code="
                                    + LookupCode.random().value() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theScriptAcceptsReceiptProofAndPdf() throws Exception {
        assumeTrue(Evidence.isInstalled("python3") && Evidence.isInstalled("openssl"), "python3 or openssl is missing");
        var signed = Evidence.signed();
        var log = Application.database().text("select id from signing_key where current_for = 'LOG'");

        assertThat(script(signed.file()))
                .contains("ok     the way leads from the leaf")
                .contains(log);
        assertThat(script(signed.proof())).contains("ok     the way leads from the leaf");
        assertThat(script(signed.pdf())).contains("ok     the record is the one attached to the PDF");
        assertThat(script(signed.file(), log)).doesNotContain("FAILED");
        assertThat(script(signed.file(), "00".repeat(32))).contains("FAILED the key is the one called");
    }

    @Test
    void theScriptNamesWhatAnAlteredFileFailsAt() throws Exception {
        assumeTrue(Evidence.isInstalled("python3") && Evidence.isInstalled("openssl"), "python3 or openssl is missing");

        for (var altered : Evidence.signed().altered().entrySet()) {
            assertThat(script(altered.getValue())).as(altered.getKey()).contains("FAILED");
        }
    }

    private String script(byte[] file, String... fingerprints) throws Exception {
        var path = Files.write(folder.resolve("file"), file);
        var command = new java.util.ArrayList<>(
                Arrays.asList("python3", Path.of("src/doc/verify.py").toString(), path.toString()));
        command.addAll(Arrays.asList(fingerprints));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue() == 0).as(said).isEqualTo(!said.contains("FAILED"));
        return said;
    }
}
