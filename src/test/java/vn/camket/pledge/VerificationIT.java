package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
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
        VerifyScript.assumeItRuns();
        var signed = Evidence.signed();
        var log = Application.database().text("select id from signing_key where current_for = 'LOG'");

        assertThat(VerifyScript.run(folder, signed.file()))
                .contains("ok     the way leads from the leaf")
                .contains(log);
        assertThat(VerifyScript.run(folder, signed.proof())).contains("ok     the way leads from the leaf");
        assertThat(VerifyScript.run(folder, signed.pdf())).contains("ok     the record is the one attached to the PDF");
        assertThat(VerifyScript.run(folder, signed.file(), log)).doesNotContain("FAILED");
        assertThat(VerifyScript.run(folder, signed.file(), "00".repeat(32)))
                .contains("FAILED the key is the one called");
    }

    @Test
    void theScriptNamesWhatAnAlteredFileFailsAt() throws Exception {
        VerifyScript.assumeItRuns();

        for (var altered : Evidence.signed().altered().entrySet()) {
            assertThat(VerifyScript.run(folder, altered.getValue()))
                    .as(altered.getKey())
                    .contains("FAILED");
        }
    }
}
