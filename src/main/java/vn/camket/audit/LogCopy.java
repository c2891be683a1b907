package vn.camket.audit;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.Vietnam;

/**
 * The copy of the log outside the database: one compressed file of lines for each batch, in a folder a day, and beside
 * them the checkpoint, which is the newest head that is known to have existed. Put on another disk or host
 * (CAMKET_LOG_FOLDER), it shows when the database was set back, and still has every record.
 */
final class LogCopy {
    private static final String CHECKPOINT = "checkpoint.json";
    private static final int MOST = 5_000;
    private static final DateTimeFormatter FOLDERS = DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT);

    /** What the checkpoint says of the newest head. */
    @SuppressWarnings("ArrayRecordComponent") // never handed out to be changed
    record Checkpoint(String origin, long size, byte[] root) {}

    private final Path folder;

    LogCopy(Path folder) {
        this.folder = folder;
    }

    /** @return empty if nothing was copied yet. @throws IOException if the checkpoint cannot be read */
    Optional<Checkpoint> checkpoint() throws IOException {
        var file = folder.resolve(CHECKPOINT);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var fields = CanonicalRecord.read(Files.readAllBytes(file));
            return Optional.of(new Checkpoint(
                    text(fields, "origin"),
                    (Long) value(fields, "tree_size"),
                    HexFormat.of().parseHex(text(fields, "root"))));
        } catch (IllegalArgumentException | ClassCastException damaged) {
            throw new IOException("The checkpoint is damaged: " + file, damaged);
        }
    }

    private static String text(Map<String, @Nullable Object> fields, String name) {
        return (String) value(fields, name);
    }

    private static Object value(Map<String, @Nullable Object> fields, String name) {
        var value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No " + name);
        }
        return value;
    }

    /** What is wrong with a database of which this is the copy; empty if its log continues the copied one. */
    Optional<LedgerAlarm> compare(Connection connection) throws IOException, SQLException {
        var known = checkpoint();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var tables = new LogTables(connection);
        var newest = tables.newest();
        if (newest.isPresent()
                && newest.get().size() == known.get().size()
                && MessageDigest.isEqual(newest.get().root(), known.get().root())) {
            return Optional.empty();
        }
        var size = newest.map(TreeHead::size).orElse(0L);
        if (!tables.origin(false).equals(known.get().origin())) {
            return Optional.of(LedgerAlarm.UNLIKE_COPY);
        }
        if (size < known.get().size()) {
            return Optional.of(LedgerAlarm.BEHIND_COPY);
        }
        try {
            var root = Merkle.root(known.get().size(), Tile.nodes(tables.shelf()));
            return MessageDigest.isEqual(root, known.get().root())
                    ? Optional.empty()
                    : Optional.of(LedgerAlarm.UNLIKE_COPY);
        } catch (IllegalStateException | IndexOutOfBoundsException missing) {
            return Optional.of(LedgerAlarm.UNLIKE_COPY);
        }
    }

    /** Copies what is in the log and not yet in the copy, at most 5,000 leaves. @return whether there may be more */
    boolean write(Connection connection) throws IOException, SQLException {
        var done = checkpoint().map(Checkpoint::size).orElse(0L);
        var tables = new LogTables(connection);
        var newest = tables.newest();
        if (newest.isEmpty() || newest.get().size() <= done) {
            return false;
        }
        var heads = tables.headsAfter(done, 200);
        var head = heads.get(0);
        for (var one : heads) {
            if (one.size() - done <= MOST) {
                head = one;
            }
        }
        var last = head;
        var origin = tables.origin(false);
        var lines = new Lines();
        lines(connection, done, last.size(), lines);
        for (var one : heads.stream().filter(one -> one.size() <= last.size()).toList()) {
            lines.add(Map.of("head", one.fields(origin)));
        }
        var day = folder.resolve(FOLDERS.format(Vietnam.day(last.signedAt())));
        Files.createDirectories(day);
        write(day.resolve("%012d-%012d.jsonl.gz".formatted(done, last.size())), lines.compressed());
        write(folder.resolve(CHECKPOINT), CanonicalRecord.of(last.fields(origin)));
        return last.size() < newest.get().size();
    }

    private static void lines(Connection connection, long from, long to, Lines lines) throws SQLException, IOException {
        try (var query = connection.prepareStatement(
                """
                select l.leaf_index, l.entry_id, e.kind, e.record, e.recorded_at, e.receipt_key, e.receipt_signature
                from log_leaf l join ledger_entry e on e.id = l.entry_id
                where l.leaf_index >= ? and l.leaf_index < ? order by l.leaf_index
                """)) {
            query.setLong(1, from);
            query.setLong(2, to);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var record = row.getBytes(4);
                    var at = row.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC);
                    lines.add(line(
                            row.getLong(1),
                            row.getLong(2),
                            row.getString(3),
                            record,
                            at,
                            row.getString(6),
                            row.getBytes(7)));
                }
            }
        }
    }

    private static Map<String, @Nullable Object> line(
            long index,
            long entry,
            String kind,
            byte[] record,
            Instant at,
            @Nullable String key,
            byte @Nullable [] signature) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("index", index);
        fields.put("entry", entry);
        fields.put("kind", kind);
        fields.put("recorded_at", LogText.moment(at));
        fields.put("record", Base64.getEncoder().encodeToString(record));
        fields.put("receipt_key", key);
        fields.put(
                "receipt_signature",
                signature == null ? null : Base64.getEncoder().encodeToString(signature));
        return fields;
    }

    /** On the disk, whole, under its name: or not at all. */
    private static void write(Path file, byte[] bytes) throws IOException {
        var draft = Files.createTempFile(file.getParent(), "draft", null);
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var directory = FileChannel.open(file.getParent())) {
            directory.force(true);
        }
    }

    /** Lines of JSON, compressed while they come. */
    private static final class Lines {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final GZIPOutputStream compressed;

        Lines() throws IOException {
            compressed = new GZIPOutputStream(bytes);
        }

        void add(Map<String, ?> fields) throws IOException {
            compressed.write(CanonicalRecord.of(fields));
            compressed.write('\n');
        }

        byte[] compressed() throws IOException {
            compressed.close();
            return bytes.toByteArray();
        }
    }

    /** The first leaf that differs from its copy; empty if there is none. */
    Optional<Long> firstDifference(Connection connection) throws IOException, SQLException {
        try (var query = connection.prepareStatement("select leaf_hash from log_leaf where leaf_index = ?")) {
            for (var file : files()) {
                try (var lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                        var fields = CanonicalRecord.read(line.getBytes(StandardCharsets.UTF_8));
                        if (fields.containsKey("index") && !isCopied(query, fields)) {
                            return Optional.of((Long) value(fields, "index"));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isCopied(PreparedStatement query, Map<String, @Nullable Object> fields) throws SQLException {
        query.setLong(1, (Long) value(fields, "index"));
        try (var row = query.executeQuery()) {
            return row.next()
                    && MessageDigest.isEqual(
                            row.getBytes(1), Merkle.leaf(Base64.getDecoder().decode(text(fields, "record"))));
        }
    }

    /** Files of the copy, the oldest first. */
    private List<Path> files() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder, 4)) {
            return files.filter(file -> file.toString().endsWith(".jsonl.gz"))
                    .sorted()
                    .toList();
        }
    }
}
