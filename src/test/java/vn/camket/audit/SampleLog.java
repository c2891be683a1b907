package vn.camket.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A log in a database of its own, filled as the application fills it. */
final class SampleLog implements AutoCloseable, LogSigner {
    static final String ORIGIN = "camket-sample";
    static final Instant START = Instant.parse("2026-11-24T01:00:00.123456Z");

    final Connection connection;
    final LogTables tables;
    private static final KeyPair PAIR = pair();
    private static final String KEY = LogText.hex(Ledger.sha256(PAIR.getPublic().getEncoded()));
    /** Signing is what takes time here, and all samples are alike. */
    private static final Map<String, Signed> SIGNED = new ConcurrentHashMap<>();

    private final String url;
    private final String user;
    private final String password;
    private long entries;

    SampleLog() {
        this("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MySQL;LOCK_TIMEOUT=20000", "camket", "camket");
    }

    /** @param url an empty database */
    SampleLog(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
        try {
            connection = DriverManager.getConnection(url, user, password);
            for (var version : List.of("V001", "V002", "V100", "V120")) {
                migrate(version);
            }
            change("update setting set text = '" + ORIGIN + "' where name = 'ledger.origin'");
            tables = new LogTables(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void migrate(String version) throws SQLException {
        try (var files = Files.list(Path.of("sql"));
                var statement = connection.createStatement()) {
            for (var file : files.filter(one -> one.getFileName().toString().startsWith(version))
                    .toList()) {
                for (var sql :
                        Files.readString(file).replaceAll("(?m)^--.*$", "").split(";\\s*\\n")) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Signed sign(String text) {
        return SIGNED.computeIfAbsent(text, SampleLog::signed);
    }

    static Signed signed(String text) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(PAIR.getPrivate());
            signature.update(LogText.bytes(text));
            return new Signed(KEY, signature.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Writes the entry that ends the log key. */
    void endKey(Instant at) throws SQLException {
        write(CanonicalRecord.of(
                Map.of("kind", "KEY", "version", 1, "act", "RETIRED", "key", KEY, "at", LogText.moment(at))));
    }

    /** The row of the log key, in use no more; the first entry stands for the one that made it. */
    void endKeyRow() throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into signing_key
                  (id, purpose, algorithm, spki, certificate, not_before, not_after, made_entry)
                values (?, 'LOG', 'P256', ?, ?, ?, ?, 1)
                """)) {
            insert.setString(1, KEY);
            insert.setBytes(2, PAIR.getPublic().getEncoded());
            insert.setBytes(3, new byte[1]);
            insert.setObject(4, LocalDateTime.ofInstant(START, ZoneOffset.UTC));
            insert.setObject(5, LocalDateTime.ofInstant(START, ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    VerifyingKeys keys() {
        var keys = new VerifyingKeys();
        keys.put(KEY, PAIR.getPublic());
        return keys;
    }

    /** Writes entries into the queue. */
    void write(int count) throws SQLException {
        write(connection, count);
    }

    void write(Connection through, int count) throws SQLException {
        for (var number = 0; number < count; number++) {
            write(through, CanonicalRecord.of(Map.of("kind", "SAMPLE", "number", entries)));
        }
    }

    /** Writes one entry into the queue. */
    void write(byte[] record) throws SQLException {
        write(connection, record);
    }

    private void write(Connection through, byte[] record) throws SQLException {
        var id = ++entries;
        var leaf = Merkle.leaf(record);
        var at = START.plusSeconds(id);
        var receipt = sign(LogText.receipt(ORIGIN, leaf, at));
        try (var insert = through.prepareStatement(
                        """
                        insert into ledger_entry
                          (id, kind, record, record_sha256, leaf_hash, recorded_at, receipt_key, receipt_signature)
                        values (?, 'SAMPLE', ?, ?, ?, ?, ?, ?)
                        """);
                var queue = through.prepareStatement(
                        "insert into log_queue (entry_id, leaf_hash, queued_at) values (?, ?, ?)")) {
            var stored = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
            insert.setLong(1, id);
            insert.setBytes(2, record);
            insert.setBytes(3, Ledger.sha256(record));
            insert.setBytes(4, leaf);
            insert.setObject(5, stored);
            insert.setString(6, receipt.keyId());
            insert.setBytes(7, receipt.signature());
            insert.executeUpdate();
            queue.setLong(1, id);
            queue.setBytes(2, leaf);
            queue.setObject(3, stored);
            queue.executeUpdate();
        }
    }

    /** A second node's connection to the same database. */
    Connection another() throws SQLException {
        var opened = DriverManager.getConnection(url, user, password);
        opened.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return opened;
    }

    /** One batch of the sequencer. */
    Optional<Batch.Done> sequence(Instant now) throws SQLException {
        return sequence(connection, now);
    }

    Optional<Batch.Done> sequence(Connection through, Instant now) throws SQLException {
        through.setAutoCommit(false);
        try {
            var done = new Batch(through).run(this, now);
            through.commit();
            return done;
        } finally {
            through.rollback();
            through.setAutoCommit(true);
        }
    }

    void change(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    LedgerVerifier.Outcome verify() throws SQLException {
        return new LedgerVerifier(connection, keys(), done -> {}).verify();
    }

    /** The first thing that a verification finds. */
    Finding firstFinding() throws SQLException {
        return verify().findings().get(0);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
