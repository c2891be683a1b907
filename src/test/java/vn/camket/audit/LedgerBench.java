package vn.camket.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the ledger costs: acts of evidence a second at 32 clients with the sequencer beside them, proofs, and a full
 * verification. {@code mvn -Pbench -Dbench.class=vn.camket.audit.LedgerBench}, with {@code -Dbench.url -Dbench.user
 * -Dbench.password} on an empty MySQL database, otherwise on H2 in a file. By JDBC and without the pages: what is measured
 * is record, hash, receipt, both rows and the commit, which is all that the ledger adds to an act.
 */
final class LedgerBench {
    private static final int CLIENTS = 32;
    private static final Duration LONG = Duration.ofSeconds(Long.getLong("bench.seconds", 12));
    private static final int ENTRIES = Integer.getInteger("bench.entries", 2_000_000);
    private static final int TOGETHER = 5_000;

    private final SampleLog log;
    private final AtomicLong ids = new AtomicLong();

    private LedgerBench(SampleLog log) {
        this.log = log;
    }

    public static void main(String[] arguments) throws Exception {
        var url = System.getProperty("bench.url", "");
        var log = url.isEmpty()
                ? new SampleLog(
                        "jdbc:h2:file:" + folder() + "/ledger;MODE=MySQL;WRITE_DELAY=0;LOCK_TIMEOUT=20000",
                        "camket",
                        "camket")
                : new SampleLog(url, System.getProperty("bench.user"), System.getProperty("bench.password"));
        var bench = new LedgerBench(log);
        bench.acts();
        bench.verification();
        System.exit(0);
    }

    private static String folder() {
        try {
            return Files.createTempDirectory("ledger-bench").toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void acts() throws Exception {
        run(Duration.ofSeconds(3));
        System.out.println("acts of evidence, " + CLIENTS + " clients: " + run(LONG));
    }

    private String run(Duration howLong) throws Exception {
        var pool = Executors.newFixedThreadPool(CLIENTS + 1);
        var over = new AtomicBoolean();
        var longest = new AtomicLong();
        var sequencer = pool.submit(() -> sequence(over, longest));
        var until = System.nanoTime() + howLong.toNanos();
        var clients = new ArrayList<Callable<List<Long>>>();
        for (var client = 0; client < CLIENTS; client++) {
            clients.add(() -> write(until));
        }
        var times = new ArrayList<Long>();
        for (var client : pool.invokeAll(clients.subList(0, CLIENTS))) {
            times.addAll(client.get());
        }
        over.set(true);
        sequencer.get();
        pool.shutdown();
        Collections.sort(times);
        return "%.0f/s, median %.1f ms, p99 %.1f ms, longest batch of the sequencer %d ms"
                .formatted(
                        times.size() / (double) howLong.toSeconds(),
                        times.get(times.size() / 2) / 1e6,
                        times.get((int) (times.size() * 0.99)) / 1e6,
                        longest.get());
    }

    private List<Long> write(long until) throws SQLException {
        var times = new ArrayList<Long>();
        try (var connection = log.another();
                var entry = entry(connection);
                var queue = queue(connection)) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < until) {
                var start = System.nanoTime();
                var id = ids.incrementAndGet();
                var record = record(id);
                var leaf = Merkle.leaf(record);
                var at = SampleLog.START.plusMillis(id);
                var text = LogText.receipt(SampleLog.ORIGIN, leaf, at);
                add(entry, queue, id, record, leaf, at, SampleLog.signed(text));
                entry.executeBatch();
                queue.executeBatch();
                connection.commit();
                times.add(System.nanoTime() - start);
            }
        }
        return times;
    }

    private boolean sequence(AtomicBoolean over, AtomicLong longest) throws SQLException, InterruptedException {
        try (var connection = log.another()) {
            while (!over.get() || new LogTables(connection).isAnyQueued()) {
                var start = System.nanoTime();
                log.sequence(connection, Instant.now());
                longest.accumulateAndGet((System.nanoTime() - start) / 1_000_000, Math::max);
                Thread.sleep(over.get() ? 0 : 1000);
            }
        }
        return true;
    }

    /** Fills up to the wanted size, the rest without receipts, and goes through it all. */
    private void verification() throws SQLException {
        var withReceipt = ids.get();
        fill();
        log.change("insert into setting (name, text) values ('ledger.begun', '" + begun() + "')");
        var size = log.tables.newest().orElseThrow().size();
        var cpu = cpu();
        var start = System.nanoTime();
        var outcome = log.verify();
        System.out.printf(
                "verification of %d entries, %d of them with a receipt: %.1f s, %.1f s of CPU in its thread; findings: %s%n",
                size, withReceipt, (System.nanoTime() - start) / 1e9, (cpu() - cpu) / 1e9, outcome.findings());
        receipts();
        proofs(size);
    }

    private void fill() throws SQLException {
        try (var connection = log.another();
                var entry = entry(connection);
                var queue = queue(connection)) {
            connection.setAutoCommit(false);
            while (ids.get() < ENTRIES) {
                for (var row = 0; row < TOGETHER; row++) {
                    var id = ids.incrementAndGet();
                    var record = record(id);
                    add(entry, queue, id, record, Merkle.leaf(record), SampleLog.START.plusMillis(id), null);
                }
                entry.executeBatch();
                queue.executeBatch();
                connection.commit();
                log.sequence(Instant.now());
            }
        }
    }

    /** The entry that says that none of those filled in has a receipt. */
    private long begun() throws SQLException {
        try (var connection = log.another();
                var entry = connection.prepareStatement(
                        """
                        insert into ledger_entry (id, kind, record, record_sha256, leaf_hash, recorded_at)
                        values (?, 'LOG_BEGUN', ?, ?, ?, ?)
                        """);
                var queue = queue(connection)) {
            var id = ids.incrementAndGet();
            var record = CanonicalRecord.of(Map.of("kind", Beginning.KIND, Beginning.UP_TO, id));
            var leaf = Merkle.leaf(record);
            entry.setLong(1, id);
            entry.setBytes(2, record);
            entry.setBytes(3, Ledger.sha256(record));
            entry.setBytes(4, leaf);
            entry.setObject(5, LocalDateTime.ofInstant(SampleLog.START, ZoneOffset.UTC));
            entry.executeUpdate();
            queue.setLong(1, id);
            queue.setBytes(2, leaf);
            queue.setObject(3, LocalDateTime.ofInstant(SampleLog.START, ZoneOffset.UTC));
            queue.executeUpdate();
            log.sequence(Instant.now());
            return id;
        }
    }

    private void receipts() {
        var text = "receipt";
        var signed = SampleLog.signed(text);
        var keys = log.keys();
        var many = 5_000;
        for (var warm = 0; warm < many; warm++) {
            keys.isSigned(signed.keyId(), text, signed.signature());
        }
        var cpu = cpu();
        for (var one = 0; one < many; one++) {
            keys.isSigned(signed.keyId(), text, signed.signature());
        }
        System.out.printf("receipts checked: %.0f a second of CPU%n", many / ((cpu() - cpu) / 1e9));
        cpu = cpu();
        for (var one = 0; one < many; one++) {
            SampleLog.signed(text);
        }
        System.out.printf("receipts signed: %.0f a second of CPU%n", many / ((cpu() - cpu) / 1e9));
    }

    private void proofs(long size) {
        var chance = new Random(1);
        var many = 2_000;
        var cpu = cpu();
        for (var one = 0; one < many; one++) {
            var nodes = Tile.nodes(log.tables.shelf());
            Merkle.inclusion((long) (chance.nextDouble() * size), size, nodes);
        }
        System.out.printf("inclusion proofs from stored tiles: %.0f a second of CPU%n", many / ((cpu() - cpu) / 1e9));
    }

    private static PreparedStatement entry(Connection connection) throws SQLException {
        return connection.prepareStatement(
                """
                insert into ledger_entry
                  (id, kind, record, record_sha256, leaf_hash, recorded_at, receipt_key, receipt_signature)
                values (?, 'SAMPLE', ?, ?, ?, ?, ?, ?)
                """);
    }

    private static PreparedStatement queue(Connection connection) throws SQLException {
        return connection.prepareStatement("insert into log_queue (entry_id, leaf_hash, queued_at) values (?, ?, ?)");
    }

    private static void add(
            PreparedStatement entry,
            PreparedStatement queue,
            long id,
            byte[] record,
            byte[] leaf,
            Instant at,
            LogSigner.Signed receipt)
            throws SQLException {
        var stored = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        entry.setLong(1, id);
        entry.setBytes(2, record);
        entry.setBytes(3, Ledger.sha256(record));
        entry.setBytes(4, leaf);
        entry.setObject(5, stored);
        entry.setString(6, receipt == null ? null : receipt.keyId());
        entry.setBytes(7, receipt == null ? null : receipt.signature());
        entry.addBatch();
        queue.setLong(1, id);
        queue.setBytes(2, leaf);
        queue.setObject(3, stored);
        queue.addBatch();
    }

    /** About 1.1 KB, as a pledge has. */
    private static byte[] record(long id) {
        var filler = HexFormat.of().formatHex(Ledger.sha256(String.valueOf(id).getBytes(StandardCharsets.US_ASCII)));
        return CanonicalRecord.of(Map.of("kind", "SAMPLE", "number", id, "text", filler.repeat(16)));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
