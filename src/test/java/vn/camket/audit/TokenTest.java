package vn.camket.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys on a token: SoftHSM stands for tokens of every make. Its library reads its settings from the environment. */
class TokenTest {
    private static final String PIN = "123456";

    @TempDir
    Path folder;

    @Test
    void keepsKeysAndTheirChains() throws Exception {
        var library = Stream.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so")
                .filter(path -> Files.exists(Path.of(path)))
                .findFirst()
                .orElse("");
        assumeTrue(!library.isEmpty(), "SoftHSM (package softhsm2) is not installed");
        var tokens = Files.createDirectories(folder.resolve("tokens"));
        Files.writeString(
                folder.resolve("softhsm.conf"), "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");

        run("softhsm2-util", "--init-token", "--free", "--label", "camket", "--pin", PIN, "--so-pin", PIN);
        var said = run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TokenTest.class.getName(),
                folder.resolve("secrets").toString(),
                library);

        assertThat(said)
                .isEqualTo(
                        """
                        made: 2
                        leaves the token: false
                        asks: true
                        certified: 5
                        the other: 2
                        destroyed: true
                        the other: 2
                        """);
    }

    /** In a process of its own; the arguments are the folder of the keys and the library. */
    public static void main(String[] arguments) throws Exception {
        var folder = new KeyFolder(Path.of(arguments[0]));
        folder.prepare();
        Files.writeString(folder.passphraseFile(), PIN);
        var token = Optional.of(new KeyCabinet.Token(Path.of(arguments[1]), 0));
        var now = Instant.now();
        var ring = KeyRing.open(folder, token);
        var authority = ring.make(KeyPurpose.AUTHORITY, KeyAlgorithm.P256, Optional.empty(), "camket.example", now);
        var seal = ring.make(KeyPurpose.SEAL, KeyAlgorithm.P256, Optional.of(authority), "camket.example", now);
        var log = ring.make(KeyPurpose.LOG, KeyAlgorithm.P256, Optional.of(authority), "camket.example", now);
        System.out.println("made: " + tested(folder, token, seal));
        System.out.println("leaves the token: " + (seal.key().getEncoded() != null));
        var request = Certificates.request(
                new CertificateName("Camket", "Camket", "").written(),
                seal.certificate().getPublicKey(),
                seal.algorithm(),
                message -> ring.sign(seal, message));
        System.out.println("asks: " + request.contains("BEGIN CERTIFICATE REQUEST"));

        ring.certify(seal, SampleIssuer.longest(seal));
        System.out.println("certified: " + tested(folder, token, seal));
        System.out.println("the other: " + tested(folder, token, log));

        KeyRing.open(folder, token).destroy(KeyPurpose.SEAL, seal.id());
        System.out.println("destroyed: "
                + KeyRing.open(folder, token).find(KeyPurpose.SEAL, seal.id()).isEmpty());
        System.out.println("the other: " + tested(folder, token, log));
    }

    /** Length of the chain of a key that was found again, and has passed its test. */
    private static int tested(KeyFolder folder, Optional<KeyCabinet.Token> token, KeyRing.Held key) {
        var ring = KeyRing.open(folder, token);
        var found = ring.find(key.purpose(), key.id()).orElseThrow();
        ring.test(found);
        return found.chain().size();
    }

    private String run(String... command) throws Exception {
        var builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
        builder.environment()
                .put("SOFTHSM2_CONF", folder.resolve("softhsm.conf").toString());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
