package vn.camket.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Objects;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The folder of the private keys: open to the service's own account only, with the passphrase of the key stores beside
 * them. It belongs into its own backup, apart from that of the database.
 */
record KeyFolder(Path path) {
    private static final Logger LOG = Logger.getLogger(KeyFolder.class.getName());
    private static final String FOLDER_MODE = "rwx------";
    private static final String FILE_MODE = "rw-------";

    Path passphraseFile() {
        return path.resolve("keystore.pass");
    }

    /** Makes folder and passphrase where they are missing. */
    void prepare() {
        try {
            make();
            if (Files.notExists(passphraseFile())) {
                var random = new byte[32];
                new SecureRandom().nextBytes(random);
                writeOnce(passphraseFile(), Base64.getEncoder().encode(random));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder of the keys cannot be made: " + path, failure);
        }
    }

    private void make() throws IOException {
        if (Files.exists(path)) {
            return;
        }
        var parent = Objects.requireNonNullElse(path.toAbsolutePath().getParent(), path);
        Files.createDirectories(parent);
        try {
            if (knowsModes(parent)) {
                Files.createDirectory(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FOLDER_MODE)));
            } else {
                Files.createDirectory(path);
            }
        } catch (FileAlreadyExistsException first) {
            LOG.log(Level.FINE, "Another node has made the folder of the keys", first);
        }
    }

    /** @throws IllegalStateException if the passphrase is missing or anybody else could read folder or files */
    void check() {
        if (Files.notExists(passphraseFile())) {
            throw new IllegalStateException("The passphrase of the signing keys is missing: " + passphraseFile()
                    + "; put folder " + path + " back from its backup");
        }
        refuseIfOpen(path, FOLDER_MODE);
        try (var files = Files.list(path)) {
            files.forEach(file -> refuseIfOpen(file, FILE_MODE));
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder of the keys cannot be read: " + path, failure);
        }
    }

    char[] passphrase() {
        try {
            return Files.readString(passphraseFile(), StandardCharsets.US_ASCII)
                    .strip()
                    .toCharArray();
        } catch (IOException failure) {
            throw new UncheckedIOException("The passphrase of the signing keys cannot be read: " + path, failure);
        }
    }

    /** Writes a file whole or not at all, closed to others from its first byte. */
    void write(Path file, byte[] content) throws IOException {
        var draft = path.resolve(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        writeClosed(draft, content);
        Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /** The same, unless the file is there already: then it stays as it is. Of many at the same moment one succeeds. */
    void writeOnce(Path file, byte[] content) throws IOException {
        var draft = path.resolve(file.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            writeClosed(draft, content);
            link(draft, file);
        } catch (FileAlreadyExistsException first) {
            LOG.log(Level.FINE, "Another node has written it", first);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** A second name never takes the place of a file, as a move may. */
    private static void link(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException first) {
            throw first;
        } catch (FileSystemException | UnsupportedOperationException noLinksHere) {
            Files.move(draft, file);
        }
    }

    private void writeClosed(Path file, byte[] content) throws IOException {
        if (knowsModes(path)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FILE_MODE)));
            Files.write(file, content, StandardOpenOption.SYNC);
        } else {
            Files.write(file, content, StandardOpenOption.CREATE, StandardOpenOption.SYNC);
        }
    }

    private static void refuseIfOpen(Path path, String mode) {
        try {
            if (!knowsModes(path)) {
                return;
            }
            var allowed = PosixFilePermissions.fromString(mode);
            var surplus = EnumSet.noneOf(PosixFilePermission.class);
            surplus.addAll(Files.getPosixFilePermissions(path));
            surplus.removeAll(allowed);
            if (!surplus.isEmpty()) {
                throw new IllegalStateException("The signing keys are open to others: " + path + " is "
                        + PosixFilePermissions.toString(Files.getPosixFilePermissions(path)) + ", but must be " + mode
                        + "; run chmod " + (mode.equals(FOLDER_MODE) ? "700 " : "600 ") + path);
            }
        } catch (NoSuchFileException draftOfAnotherNode) {
            LOG.log(Level.FINE, "Gone meanwhile", draftOfAnotherNode);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean knowsModes(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }
}
