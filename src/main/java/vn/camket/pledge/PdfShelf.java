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

/** Where issued PDFs lie: each under its hash, written once, never replaced. */
@ApplicationScoped
class PdfShelf {
    private static final Logger LOG = Logger.getLogger(PdfShelf.class.getName());

    @Inject
    Settings settings;

    /** On the disk, whole, before the row that names it is committed. @return SHA-256 of the bytes */
    byte[] keep(byte[] bytes) {
        var sha256 = Ledger.sha256(bytes);
        var file = file(HexFormat.of().formatHex(sha256));
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
        return sha256;
    }

    /**
     * The bytes that were issued under a hash.
     *
     * @param sha256 in hexadecimal
     * @throws vn.camket.platform.Refusal PDF_DAMAGED if they are missing or are not those any more
     */
    byte[] read(String sha256) {
        var file = file(sha256);
        try {
            var bytes = Files.readAllBytes(file);
            if (HexFormat.of().formatHex(Ledger.sha256(bytes)).equals(sha256)) {
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
}
