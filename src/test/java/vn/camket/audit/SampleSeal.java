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
    private final X509Certificate authority;
    private final KeyRing.Held held;

    private SampleSeal(KeyAlgorithm algorithm, Instant now, boolean foreign) {
        try {
            var folder = new KeyFolder(Files.createTempDirectory("camket-seal").resolve("secrets"));
            folder.prepare();
            this.now = now;
            ring = KeyRing.open(folder, Optional.empty());
            var own = ring.make(KeyPurpose.AUTHORITY, KeyAlgorithm.P256, Optional.empty(), "camket.example", now);
            var made = ring.make(KeyPurpose.SEAL, algorithm, Optional.of(own), "camket.example", now);
            held = foreign ? ring.certify(made, SampleIssuer.longest(made)) : made;
            authority = held.chain().get(held.chain().size() - 1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static SampleSeal ecdsa() {
        return new SampleSeal(KeyAlgorithm.P256, Instant.now(), false);
    }

    public static SampleSeal rsa() {
        return new SampleSeal(KeyAlgorithm.RSA3072, Instant.now(), false);
    }

    /** Under the longest chain of another authority that is taken. */
    public static SampleSeal foreign() {
        return new SampleSeal(KeyAlgorithm.P256, Instant.now(), true);
    }

    public byte[] seal(PDDocument document) throws IOException {
        return Seal.seal(document, now, held.chain(), message -> ring.sign(held, message));
    }

    public X509Certificate authority() {
        return authority;
    }
}
