package vn.camket.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The seal of the installation on its PDFs: PAdES baseline B-B (ETSI EN 319 142-1), one signature over
 * the whole file in its first and only revision. It says that the file came from here unaltered; it is nobody's personal
 * signature.
 */
@ApplicationScoped
public class Seal {
    /** @param keyId of the key that sealed; @param bytes the sealed file */
    @SuppressWarnings("ArrayRecordComponent") // made once, written once
    public record Sealed(byte[] bytes, String keyId, Instant at) {}

    @Inject
    SigningKeys keys;

    @Inject
    Clock clock;

    /**
     * Seals a document that was just drawn, and writes it.
     *
     * @throws vn.camket.platform.Refusal KEY_NOT_VALID
     */
    public Sealed seal(PDDocument document) throws IOException {
        var hand = keys.hand();
        var held = keys.valid(hand, KeyPurpose.SEAL);
        var at = clock.instant();
        var bytes = seal(document, at, held.chain(), message -> hand.ring().sign(held, message));
        return new Sealed(bytes, held.id(), at);
    }

    static byte[] seal(PDDocument document, Instant at, List<X509Certificate> chain, UnaryOperator<byte[]> signs)
            throws IOException {
        var room = new PdfSignatureRoom(document, Cms.longest(chain), at);
        return room.fill(content -> Cms.of(content, chain, signs));
    }
}
