package vn.camket.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The project's own files, for tests that read them. */
record Sources(Path path, String text) {

    static List<Sources> under(String folder, String ending) {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(Sources::read)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Sources read(Path path) {
        try {
            return new Sources(path, Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Java without its comments. */
    String code() {
        return Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL)
                .matcher(text)
                .replaceAll("")
                .replaceAll("(?m)^\\s*//.*$", "");
    }

    String name() {
        return path.toString().replace('\\', '/');
    }
}
