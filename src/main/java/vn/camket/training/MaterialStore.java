package vn.camket.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vn.camket.platform.Settings;

/**
 * The folder of materials, outside the web root: each content once, named by its hash. A file is there whole or not at
 * all.
 */
@ApplicationScoped
public class MaterialStore {
    /** Bytes taken in but not yet kept. */
    record Received(Path file, String sha256, long bytes) {}

    @Inject
    Settings settings;

    /**
     * Writes a stream to a temporary file of the folder, down to the disk.
     *
     * @param largest bytes at most
     * @throws vn.camket.platform.Refusal FILE_TOO_LARGE; STORAGE_FULL when the disk takes no more; nothing is left behind
     */
    Received receive(InputStream content, long largest) {
        Path file = null;
        try {
            file = Files.createTempFile(Files.createDirectories(folder().resolve("incoming")), "upload-", ".part");
            var digest = MessageDigest.getInstance("SHA-256");
            var bytes = copy(new DigestInputStream(content, digest), file, largest);
            return new Received(file, HexFormat.of().formatHex(digest.digest()), bytes);
        } catch (IOException failure) {
            discard(file);
            if (isFull(failure)) {
                throw TrainingRefusal.STORAGE_FULL.with();
            }
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (RuntimeException refused) {
            discard(file);
            throw refused;
        }
    }

    private static long copy(InputStream content, Path file, long largest) throws IOException {
        var buffer = ByteBuffer.allocate(65_536);
        var bytes = 0L;
        try (var source = Channels.newChannel(content);
                var target = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (source.read(buffer) >= 0) {
                buffer.flip();
                bytes += buffer.remaining();
                if (bytes > largest) {
                    throw TrainingRefusal.FILE_TOO_LARGE.with(largest / 1_048_576);
                }
                while (buffer.hasRemaining()) {
                    target.write(buffer);
                }
                buffer.clear();
            }
            target.force(true);
        }
        return bytes;
    }

    private static boolean isFull(IOException failure) {
        var reason = String.valueOf(failure.getMessage());
        return reason.contains("No space left") || reason.contains("quota");
    }

    /** Gives the received bytes their lasting name; the same content again changes nothing. */
    void keep(Received received) {
        var place = place(received.sha256());
        try {
            Files.createDirectories(place.getParent());
            if (Files.exists(place)) {
                Files.delete(received.file());
            } else {
                Files.move(received.file(), place, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (FileAlreadyExistsException twin) {
            discard(received.file());
        } catch (IOException failure) {
            discard(received.file());
            throw new UncheckedIOException(failure);
        }
    }

    /** Forgets what was received and not kept. */
    void discard(@org.jspecify.annotations.Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException left) {
                throw new UncheckedIOException(left);
            }
        }
    }

    /** Where the content with this hash lies. @param sha256 64 hexadecimal digits */
    Path place(String sha256) {
        return folder().resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private Path folder() {
        return settings.dataFolder().resolve("materials");
    }
}
