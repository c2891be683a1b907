package vn.camket.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;

/** Kinds of files that lessons may show, told by their content; the name must agree, what the sender says does not count. */
enum FileKind {
    PDF("application/pdf", 50, "pdf"),
    MP4("video/mp4", 2000, "mp4", "m4v"),
    PNG("image/png", 50, "png"),
    JPEG("image/jpeg", 50, "jpg", "jpeg"),
    WEBP("image/webp", 50, "webp");

    private static final Set<String> MP4_NAMES =
            Set.of("video/mp4", "application/mp4", "video/x-m4v", "video/quicktime");
    private static final Tika TIKA = new Tika();

    private final String mediaType;
    private final int megabytes;
    private final Set<String> extensions;

    FileKind(String mediaType, int megabytes, String... extensions) {
        this.mediaType = mediaType;
        this.megabytes = megabytes;
        this.extensions = Set.copyOf(Arrays.asList(extensions));
    }

    /**
     * The kind of a file.
     *
     * @param file its bytes
     * @param name as people called it, with its extension
     * @throws vn.camket.platform.Refusal FILE_EMPTY; FILE_KIND when content or name is none of ours, or they disagree;
     *     FILE_TOO_LARGE with the limit in MB
     */
    static FileKind of(Path file, String name) throws IOException {
        var bytes = Files.size(file);
        if (bytes == 0) {
            throw TrainingRefusal.FILE_EMPTY.with();
        }
        var kind = byContent(file).filter(found -> found.extensions.contains(extension(name)));
        if (kind.isEmpty()) {
            throw TrainingRefusal.FILE_KIND.with();
        }
        if (bytes > kind.get().largest()) {
            throw TrainingRefusal.FILE_TOO_LARGE.with(kind.get().megabytes);
        }
        return kind.get();
    }

    private static Optional<FileKind> byContent(Path file) throws IOException {
        String detected;
        try (InputStream stream = new java.io.BufferedInputStream(Files.newInputStream(file))) {
            detected = TIKA.detect(stream);
        }
        return Arrays.stream(values())
                .filter(kind -> kind == MP4 ? MP4_NAMES.contains(detected) : kind.mediaType.equals(detected))
                .filter(kind -> kind.isWhole(file))
                .findFirst();
    }

    /** Beyond the first bytes: a PDF starts at once and ends as one, a film has a brand that browsers play. */
    private boolean isWhole(Path file) {
        try (var channel = Files.newByteChannel(file)) {
            var head = java.nio.ByteBuffer.allocate(32);
            channel.read(head);
            var start = new String(head.array(), StandardCharsets.ISO_8859_1);
            if (this == MP4) {
                return start.startsWith("ftyp", 4) && !start.startsWith("qt  ", 8);
            }
            if (this != PDF) {
                return true;
            }
            channel.position(Math.max(0, channel.size() - 2048));
            var tail = java.nio.ByteBuffer.allocate(2048);
            channel.read(tail);
            return start.startsWith("%PDF-") && new String(tail.array(), StandardCharsets.ISO_8859_1).contains("%%EOF");
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return mediaType;
    }

    /** Bytes at most. */
    private long largest() {
        return megabytes * 1_048_576L;
    }
}
