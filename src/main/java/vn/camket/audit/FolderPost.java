package vn.camket.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** One file a head; whole on the disk or not there. */
final class FolderPost implements AnchorPost {
    @Override
    public byte[] send(String target, AnchorLetter letter) throws IOException {
        var folder = Files.createDirectories(Path.of(target));
        var part = folder.resolve(letter.fileName() + ".part");
        try (var file = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (var bytes = ByteBuffer.wrap(letter.json()); bytes.hasRemaining(); ) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(
                part,
                folder.resolve(letter.fileName()),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        return new byte[0];
    }
}
