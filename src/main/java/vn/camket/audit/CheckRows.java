package vn.camket.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored verifications, through one connection. */
final class CheckRows {
    /** A verification that has not been heard of for so long has ended with its node. */
    private static final Duration SILENT = Duration.ofMinutes(5);

    private final Connection connection;

    CheckRows(Connection connection) {
        this.connection = connection;
    }

    /** Begins one, unless another runs. Called in a transaction: the log's row keeps others out meanwhile. */
    Optional<Long> begin(Instant now) throws SQLException {
        new LogTables(connection).origin(true);
        var alive = latest("finished_at is null and heartbeat_at > ?", stored(now.minus(SILENT)));
        if (alive.isPresent()) {
            return Optional.empty();
        }
        try (var insert = connection.prepareStatement(
                """
                insert into ledger_check (started_at, heartbeat_at, tree_size, verified_size) values (?, ?, ?, 0)
                """,
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setObject(1, stored(now));
            insert.setObject(2, stored(now));
            insert.setLong(
                    3, new LogTables(connection).newest().map(TreeHead::size).orElse(0L));
            insert.executeUpdate();
            try (var key = insert.getGeneratedKeys()) {
                key.next();
                return Optional.of(key.getLong(1));
            }
        }
    }

    void progress(long id, long leaves, Instant now) throws SQLException {
        try (var update = connection.prepareStatement(
                "update ledger_check set verified_size = ?, heartbeat_at = ? where id = ?")) {
            update.setLong(1, leaves);
            update.setObject(2, stored(now));
            update.setLong(3, id);
            update.executeUpdate();
        }
    }

    /** Once, in a transaction. */
    void finish(long id, LedgerVerifier.Outcome outcome, Instant now) throws SQLException {
        var position = 0;
        for (var finding : outcome.findings()) {
            add(id, position++, finding);
        }
        try (var update = connection.prepareStatement(
                """
                update ledger_check set finished_at = ?, tree_size = ?, verified_size = ?, root = ?, head_at = ? where id = ?
                """)) {
            update.setObject(1, stored(now));
            update.setLong(2, outcome.size());
            update.setLong(3, outcome.verified());
            update.setBytes(4, outcome.head().map(TreeHead::root).orElse(null));
            update.setObject(
                    5, outcome.head().map(head -> stored(head.signedAt())).orElse(null));
            update.setLong(6, id);
            update.executeUpdate();
        }
    }

    void fail(long id, Instant now) throws SQLException {
        try (var update =
                connection.prepareStatement("update ledger_check set finished_at = ?, failed = ? where id = ?")) {
            update.setObject(1, stored(now));
            update.setBoolean(2, true);
            update.setLong(3, id);
            update.executeUpdate();
        }
    }

    private void add(long id, int position, Finding finding) throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into ledger_fault (check_id, position, fault, leaf_index, entry_id, detail) values (?, ?, ?, ?, ?, ?)
                """)) {
            insert.setLong(1, id);
            insert.setInt(2, position);
            insert.setString(3, finding.fault().name());
            insert.setObject(4, finding.leafIndex(), Types.BIGINT);
            insert.setObject(5, finding.entryId(), Types.BIGINT);
            insert.setString(6, finding.detail());
            insert.executeUpdate();
        }
    }

    /** The last one that came to its end. */
    Optional<CheckResult> finished() throws SQLException {
        return latest("finished_at is not null", null);
    }

    /** The one under way. */
    Optional<CheckResult> running(Instant now) throws SQLException {
        return latest("finished_at is null and heartbeat_at > ?", stored(now.minus(SILENT)));
    }

    private Optional<CheckResult> latest(String condition, @Nullable LocalDateTime argument) throws SQLException {
        try (var query = connection.prepareStatement(
                """
                select id, started_at, finished_at, tree_size, verified_size, root, head_at, failed
                from ledger_check where %s order by id desc limit 1
                """
                        .formatted(condition))) {
            if (argument != null) {
                query.setObject(1, argument);
            }
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(result(row)) : Optional.empty();
            }
        }
    }

    private CheckResult result(ResultSet row) throws SQLException {
        return new CheckResult(
                row.getLong(1),
                instant(row, 2).orElseThrow(),
                instant(row, 3),
                row.getLong(4),
                row.getLong(5),
                Optional.ofNullable(row.getBytes(6)).map(LogText::hex),
                instant(row, 7),
                row.getBoolean(8),
                findings(row.getLong(1)));
    }

    private List<Finding> findings(long id) throws SQLException {
        try (var query = connection.prepareStatement(
                "select fault, leaf_index, entry_id, detail from ledger_fault where check_id = ? order by position")) {
            query.setLong(1, id);
            var findings = new ArrayList<Finding>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    findings.add(new Finding(
                            LedgerFault.valueOf(row.getString(1)),
                            row.getObject(2) == null ? null : row.getLong(2),
                            row.getObject(3) == null ? null : row.getLong(3),
                            row.getString(4)));
                }
            }
            return findings;
        }
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(at -> at.toInstant(ZoneOffset.UTC));
    }

    private static LocalDateTime stored(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
