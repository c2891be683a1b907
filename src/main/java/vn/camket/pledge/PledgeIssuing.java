package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.camket.audit.Ledger;
import vn.camket.audit.Seal;
import vn.camket.platform.Refusal;
import vn.camket.platform.Settings;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * Handing out the PDF of a signed pledge (phát hành bản PDF): made and sealed at the first request or in the
 * night, stored once under its hash, never made again. A stored file that is missing or changed is an error to be looked into, not a reason for a new one.
 */
@ApplicationScoped
public class PledgeIssuing {
    private static final Logger LOG = Logger.getLogger(PledgeIssuing.class.getName());

    private static final int BATCH = 50;

    private final Turns turns = new Turns();

    @Inject
    IssuingDesk desk;

    @Inject
    PledgeEvidence evidence;

    @Inject
    Seal seal;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /**
     * The PDF of a pledge, the caller's own or in the scope of the pledges the caller confirms.
     *
     * @return the bytes that were issued first, for ever the same
     * @throws vn.camket.platform.NotFound for a code that is none, unknown, or outside the caller's scope
     * @throws vn.camket.platform.Refusal PDF_DAMAGED
     */
    @Requires(Permission.TAKE_PART)
    public byte[] pdf(String typedCode) {
        var signature = desk.visible(typedCode);
        return stored(desk.issued(signature).orElseGet(() -> issueOnce(signature)));
    }

    /**
     * Makes the PDFs that nobody has asked for yet.
     *
     * @param until when to stop and leave the rest for another night
     * @return how many were made
     */
    int issueRest(Instant until) {
        var made = 0;
        var last = 0L;
        for (var batch = desk.withoutPdf(last, BATCH); !batch.isEmpty(); batch = desk.withoutPdf(last, BATCH)) {
            for (var signature : batch) {
                if (!clock.instant().isBefore(until)) {
                    return made;
                }
                made += issuedNow(signature) ? 1 : 0;
                last = signature.id();
            }
        }
        return made;
    }

    /** One that cannot be made must not keep the others from being made. */
    private boolean issuedNow(Signature signature) {
        try {
            issueOnce(signature);
            return true;
        } catch (Refusal | IllegalStateException failure) {
            LOG.log(Level.SEVERE, failure, () -> "The PDF of signature " + signature.id() + " was not made");
            return false;
        }
    }

    private PledgePdf issueOnce(Signature signature) {
        return turns.in(signature.id(), () -> desk.issued(signature).orElseGet(() -> issue(signature)));
    }

    private PledgePdf issue(Signature signature) {
        if (!signature.entry().isWhole()) {
            throw PledgeRefusal.PDF_DAMAGED.with();
        }
        var code = signature.lookupCode();
        var sealed = new PledgeDocument(
                        signature.entry().record(), code, settings.publicUrl() + "/verify/" + code.value())
                .with(evidence.of(signature))
                .sealed(seal);
        var sha256 = Ledger.sha256(sealed.bytes());
        keep(file(HexFormat.of().formatHex(sha256)), sealed.bytes());
        return desk.register(signature, sha256, sealed.bytes().length, sealed.keyId());
    }

    private byte[] stored(PledgePdf issued) {
        var file = file(issued.sha256());
        try {
            var bytes = Files.readAllBytes(file);
            if (HexFormat.of().formatHex(Ledger.sha256(bytes)).equals(issued.sha256())) {
                return bytes;
            }
            LOG.severe(() -> "An issued PDF has changed: " + file);
        } catch (IOException failure) {
            LOG.severe(() -> "An issued PDF cannot be read: " + file + ", " + failure);
        }
        throw PledgeRefusal.PDF_DAMAGED.with();
    }

    private Path file(String sha256) {
        return settings.dataFolder()
                .resolve("pledges")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256 + ".pdf");
    }

    /** On the disk, whole, before the row that names it is committed. */
    private static void keep(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            var draft = Files.createTempFile(file.getParent(), "draft", ".pdf");
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
