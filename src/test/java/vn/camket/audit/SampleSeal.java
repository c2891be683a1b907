package vn.camket.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A seal of an invented installation, its keys made for the test. */
public final class SampleSeal {
    private final Instant now;
    private final KeyRing ring;
    private final KeyRing.Held authority;
    private final KeyRing.Held held;

    private SampleSeal(KeyAlgorithm algorithm, Instant now) {
        try {
            var folder = new KeyFolder(Files.createTempDirectory("camket-seal").resolve("secrets"));
            folder.prepare();
            this.now = now;
            ring = KeyRing.open(folder, Optional.empty());
            authority = ring.make(KeyPurpose.AUTHORITY, KeyAlgorithm.P256, Optional.empty(), "camket.example", now);
            held = ring.make(KeyPurpose.SEAL, algorithm, Optional.of(authority), "camket.example", now);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static SampleSeal ecdsa() {
        return new SampleSeal(KeyAlgorithm.P256, Instant.now());
    }

    public static SampleSeal rsa() {
        return new SampleSeal(KeyAlgorithm.RSA3072, Instant.now());
    }

    public byte[] seal(PDDocument document) throws IOException {
        return Seal.seal(document, now, held.chain(), message -> ring.sign(held, message));
    }

    public X509Certificate authority() {
        return authority.certificate();
    }
}
