package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.camket.audit.SampleSeal;

/** Programs that are not ours judge the seal: poppler's pdfsig and OpenSSL. The European validator has its own profile. */
class SealJudgesTest {
    private static final SampleSeal SEAL = SampleSeal.ecdsa();
    private static final Pattern RANGE = Pattern.compile("/ByteRange \\[0 (\\d+) (\\d+) (\\d+) *]");

    @TempDir
    Path folder;

    @Test
    void popplerFindsTheSealValidAndTheWholeFileSealed() throws Exception {
        assumeTrue(isInstalled("pdfsig"), "pdfsig (package poppler-utils) is not installed");

        for (var seal : new SampleSeal[] {SEAL, SampleSeal.rsa(), SampleSeal.foreign()}) {
            assertThat(popplerAccepts(SamplePdf.sealed(seal))).isTrue();
        }
    }

    @Test
    void popplerAcceptsNoAlteredCopy() throws Exception {
        assumeTrue(isInstalled("pdfsig"), "pdfsig (package poppler-utils) is not installed");

        for (var altered : SamplePdf.altered(SamplePdf.sealed(SEAL)).entrySet()) {
            assertThat(popplerAccepts(altered.getValue())).as(altered.getKey()).isFalse();
        }
    }

    @Test
    void openSslVerifiesTheSignatureUpToTheAuthority() throws Exception {
        assumeTrue(isInstalled("openssl"), "openssl is not installed");

        for (var seal : new SampleSeal[] {SEAL, SampleSeal.rsa(), SampleSeal.foreign()}) {
            assertThat(openSslAccepts(SamplePdf.sealed(seal), seal)).isTrue();
        }
        assertThat(openSslAccepts(SamplePdf.sealed(SEAL), SampleSeal.ecdsa())).isFalse();
    }

    @Test
    void openSslAcceptsNoAlteredCopy() throws Exception {
        assumeTrue(isInstalled("openssl"), "openssl is not installed");

        for (var altered : SamplePdf.altered(SamplePdf.sealed(SEAL)).entrySet()) {
            assertThat(openSslAccepts(altered.getValue(), SEAL))
                    .as(altered.getKey())
                    .isFalse();
        }
    }

    private boolean popplerAccepts(byte[] pdf) throws Exception {
        var said = run("pdfsig", write("a.pdf", pdf));
        return said.contains("Signature is Valid") && said.contains("Total document signed");
    }

    /** What PDF readers do by themselves: range from end to end, the signature alone in the gap, and over all the rest. */
    private boolean openSslAccepts(byte[] pdf, SampleSeal seal) throws Exception {
        var range = RANGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        if (!range.find()) {
            return false;
        }
        var gap = Integer.parseInt(range.group(1));
        var after = Integer.parseInt(range.group(2));
        var rest = Integer.parseInt(range.group(3));
        if (gap > after || after + rest != pdf.length || pdf[gap] != '<' || pdf[after - 1] != '>') {
            return false;
        }
        var around = new ByteArrayOutputStream();
        around.write(pdf, 0, gap);
        around.write(pdf, after, rest);
        var signature = HexFormat.of()
                .parseHex(new String(Arrays.copyOfRange(pdf, gap + 1, after - 1), StandardCharsets.US_ASCII));
        return run(
                        "openssl",
                        "cms",
                        "-verify",
                        "-cades",
                        "-binary",
                        "-inform",
                        "DER",
                        "-purpose",
                        "any",
                        "-in",
                        write("cms", signature),
                        "-content",
                        write("content", around.toByteArray()),
                        "-CAfile",
                        write("authority", pem(seal)),
                        "-out",
                        folder.resolve("out").toString())
                .contains("successful");
    }

    private static byte[] pem(SampleSeal seal) throws Exception {
        return ("-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(seal.authority().getEncoded())
                        + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private String write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private static String run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
