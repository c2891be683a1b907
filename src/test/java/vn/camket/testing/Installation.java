package vn.camket.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A second application beside {@link Application}, at its first start: own process, own folder, own embedded database. */
public final class Installation implements AutoCloseable {
    private static final String H2 = "jdbc:h2:file:%s/camket;MODE=MySQL;WRITE_DELAY=0;AUTO_SERVER=TRUE";

    private final Path folder;
    private final String base;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Process process;

    /**
     * Starts it and waits until it is ready. It has no demonstration unless told so.
     *
     * @param name of its folder
     * @param settings environment variables
     */
    public Installation(String name, Map<String, String> settings) throws IOException {
        folder = Path.of(System.getProperty("application.folder", "target/it") + "-" + name);
        delete(folder);
        Files.createDirectories(data());
        var port = Application.freePort();
        base = "http://localhost:" + port;
        environment.put("CAMKET_DATA", data().toString());
        environment.put("CAMKET_URL", base);
        environment.put("CAMKET_DEMONSTRATION", "false");
        environment.put("CAMKET_DATABASE_URL", H2.formatted(data()));
        environment.putAll(settings);
        process = start();
    }

    private Process start() throws IOException {
        var before = log().length();
        var builder = Application.process(folder, logFile(), Integer.parseInt(base.replaceAll(".*:", "")));
        builder.environment().putAll(environment);
        var started = builder.start();
        var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        while (!log().substring(before).contains(" ready in ")) {
            if (!started.isAlive() || log().substring(before).contains("SEVERE") || System.nanoTime() > until) {
                started.destroyForcibly();
                throw new IllegalStateException("The installation did not start:\n" + log().substring(before));
            }
            Patience.pause();
        }
        return started;
    }

    /** Kills the process the hard way and starts it on what it left. */
    public void killAndStart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = start();
    }

    /** Address of the application, without a slash at the end. */
    public String base() {
        return base;
    }

    public Http http() {
        return Http.at(base);
    }

    public Path data() {
        return folder.resolve("data").toAbsolutePath();
    }

    public Connection database() throws SQLException {
        return DriverManager.getConnection(H2.formatted(data()), "camket", "camket");
    }

    /** All it has printed. */
    public String log() {
        try {
            return Files.exists(logFile()) ? Files.readString(logFile()) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path logFile() {
        return folder.resolve("application.log");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
