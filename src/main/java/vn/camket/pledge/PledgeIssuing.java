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
import java.util.HexFormat;
import java.util.logging.Logger;
import vn.camket.audit.Ledger;
import vn.camket.platform.Settings;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * Handing out the PDF of a signed pledge (phát hành bản PDF): made at the first request, stored once under its hash,
 * never made again. A stored file that is missing or changed is an error to be looked into, not a reason for a new one.
 */
@ApplicationScoped
public class PledgeIssuing {
    private static final Logger LOG = Logger.getLogger(PledgeIssuing.class.getName());

    private final Turns turns = new Turns();

    @Inject
    IssuingDesk desk;

    @Inject
    Settings settings;

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
        var issued = desk.issued(signature);
        return stored(issued.orElseGet(
                () -> turns.in(signature.id(), () -> desk.issued(signature).orElseGet(() -> issue(signature)))));
    }

    private PledgePdf issue(Signature signature) {
        if (!signature.entry().isWhole()) {
            throw PledgeRefusal.PDF_DAMAGED.with();
        }
        var code = signature.lookupCode();
        var bytes = new PledgeDocument(
                        signature.entry().record(), code, settings.publicUrl() + "/verify/" + code.value())
                .bytes();
        var sha256 = Ledger.sha256(bytes);
        keep(file(HexFormat.of().formatHex(sha256)), bytes);
        return desk.register(signature, sha256, bytes.length);
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
