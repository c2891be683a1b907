package vn.camket.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The built application, target/camket.jar, running as its own process on a free port with an empty data folder and the
 * demonstration organisation. It starts when a test first asks for it and ends with the test run.
 */
public final class Application {
    private static final Duration LONGEST_START = Duration.ofMinutes(4);
    private static final Pattern FAULT =
            Pattern.compile("(?m)SEVERE|threw exception|^(Caused by: )?[\\w.$]+(Exception|Error)(:|$)");
    private static final Pattern RECORD = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d ");
    private static final Path FOLDER = Path.of(System.getProperty("application.folder", "target/it"));
    private static final Path LOG = FOLDER.resolve("application.log");

    private static Process process;
    private static int port;
    private static long read;

    private Application() {}

    /** Address without a slash at the end: http://localhost:PORT */
    public static synchronized String url() {
        if (process == null) {
            empty();
            port = freePort();
            Runtime.getRuntime().addShutdownHook(new Thread(Application::end));
            start();
            if (Database.narrow()) {
                end();
                start();
            }
        }
        return "http://localhost:" + port;
    }

    /** The database the application works on, for looking and for arranging. */
    public static Database database() {
        url();
        return new Database();
    }

    /** Folder of the application's files. */
    public static Path dataFolder() {
        return FOLDER.resolve("data").toAbsolutePath();
    }

    /** Where the application sends the heads of its ledger. */
    public static Path anchorFolder() {
        return FOLDER.resolve("anchors").toAbsolutePath();
    }

    /** Ends the application as a power cut would, and starts it again on the same data and port. */
    public static synchronized void killAndStart() {
        url();
        process.destroyForcibly();
        await(process);
        start();
    }

    /**
     * Ends the application in good order, and starts it again on the same data and port.
     *
     * @throws IllegalStateException if it does not end by itself
     */
    public static synchronized void restart() {
        url();
        process.destroy();
        if (!await(process)) {
            throw new IllegalStateException("The application did not end by itself");
        }
        start();
    }

    /** Process of the application, for reading its cost. */
    public static ProcessHandle process() {
        url();
        return process.toHandle();
    }

    /** Everything the application has written to its terminal so far. */
    public static List<String> log() {
        try {
            return Files.readString(LOG, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Faults in the log since the last call. A page that is not there, or not for this person, is an answer and no fault. */
    public static synchronized List<String> newFaults() {
        var lines = log();
        var told = new ArrayList<StringBuilder>();
        for (var line : lines.subList((int) read, lines.size())) {
            if (told.isEmpty() || RECORD.matcher(line).find()) {
                told.add(new StringBuilder());
            }
            told.get(told.size() - 1).append(line).append('\n');
        }
        read = lines.size();
        return told.stream()
                .map(StringBuilder::toString)
                .filter(text -> FAULT.matcher(text).find())
                .map(text -> text.substring(0, Math.min(text.length(), 3000)))
                .toList();
    }

    /** The line to the database server; only on MySQL. */
    public static Wire wire() {
        url();
        return Database.wire();
    }

    /** Whether the tests run on MySQL rather than on the embedded database. */
    public static boolean onMySql() {
        return "mysql".equals(System.getProperty("database"));
    }

    private static void start() {
        var before = Files.exists(LOG) ? log().size() : 0;
        var builder = process(FOLDER, LOG, port);
        builder.environment().put("CAMKET_DATA", dataFolder().toString());
        builder.environment().put("CAMKET_URL", "http://localhost:" + port);
        builder.environment().put("CAMKET_DEMONSTRATION", "true");
        builder.environment().put("CAMKET_ANCHOR_FOLDER", anchorFolder().toString());
        builder.environment().putAll(Database.settings(dataFolder()));
        try {
            process = builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        awaitReady(before);
    }

    /** A process of the application, not started and without settings. */
    static ProcessBuilder process(Path folder, Path log, int port) {
        var command = new ArrayList<>(List.of(java(), "-Xmx768m", "-Dh2.bindAddress=127.0.0.1"));
        command.addAll(List.of(System.getProperty("application.options", "-XX:TieredStopAtLevel=1")
                .split(" ")));
        command.addAll(List.of("-jar", jar().toString(), "--port", String.valueOf(port)));
        Stream.of(System.getProperty("application.arguments", "").split(" "))
                .filter(argument -> !argument.isEmpty())
                .forEach(command::add);
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("CAMKET_"));
        return builder;
    }

    private static void awaitReady(int linesBefore) {
        var until = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < until) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The application ended at its start:\n" + tail(linesBefore));
            }
            var up = saidReady(linesBefore);
            if (up && answers()) {
                return;
            }
            if (up) {
                throw new IllegalStateException("The application did not deploy:\n" + tail(linesBefore));
            }
            pause();
        }
        throw new IllegalStateException(
                "The application is not ready after " + LONGEST_START + ":\n" + tail(linesBefore));
    }

    private static boolean saidReady(int linesBefore) {
        var lines = log();
        return lines.subList(linesBefore, lines.size()).stream().anyMatch(line -> line.contains(" ready in "));
    }

    private static boolean answers() {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health/ready"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static String tail(int linesBefore) {
        var lines = log();
        var told = lines.subList(linesBefore, lines.size());
        var first = told.stream().filter(line -> FAULT.matcher(line).find()).limit(20);
        return String.join("\n", first.toList()) + "\n...\n"
                + String.join("\n", told.subList(Math.max(0, told.size() - 30), told.size()));
    }

    private static void end() {
        if (process != null) {
            process.destroy();
            await(process);
        }
    }

    /** @return whether it ended by itself */
    private static boolean await(Process ending) {
        try {
            var ended = ending.waitFor(40, java.util.concurrent.TimeUnit.SECONDS);
            if (!ended) {
                ending.destroyForcibly().waitFor();
            }
            return ended;
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static void empty() {
        try {
            if (Files.exists(FOLDER)) {
                try (var files = Files.walk(FOLDER)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(dataFolder());
            Files.writeString(LOG, "", StandardOpenOption.CREATE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Database.empty();
    }

    private static Path jar() {
        var jar = Path.of(System.getProperty("application.jar", "target/camket.jar"))
                .toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: run mvn package first");
        }
        return jar;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
