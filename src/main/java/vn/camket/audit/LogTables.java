package vn.camket.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The tables of the log, through one connection and in its transaction. Plain JDBC: thousands of rows a batch, and the
 * verifier reads what is stored, not what a persistence context remembers.
 */
final class LogTables {
    private static final int TOGETHER = 500;

    /** An entry that waits for its leaf. */
    @SuppressWarnings("ArrayRecordComponent") // never handed out to be changed
    record Queued(long entryId, byte[] leafHash) {}

    private final Connection connection;

    LogTables(Connection connection) {
        this.connection = connection;
    }

    /** Name of the log. @param alone whether to wait until no other sequencer is at work, and to keep others out */
    String origin(boolean alone) throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery(
                        "select text from setting where name = 'ledger.origin'" + (alone ? " for update" : ""))) {
            row.next();
            return row.getString(1);
        }
    }

    /** Whether this database knows the key as one that is in use no more. */
    boolean isEnded(String keyId) throws SQLException {
        try (var query =
                connection.prepareStatement("select 1 from signing_key where id = ? and current_for is null")) {
            query.setString(1, keyId);
            try (var row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    boolean isAnyQueued() throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery("select entry_id from log_queue limit 1")) {
            return row.next();
        }
    }

    Optional<Instant> oldestQueued() throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery("select min(queued_at) from log_queue")) {
            row.next();
            return Optional.ofNullable(row.getObject(1, LocalDateTime.class)).map(at -> at.toInstant(ZoneOffset.UTC));
        }
    }

    List<Queued> queued(int most) throws SQLException {
        try (var query =
                connection.prepareStatement("select entry_id, leaf_hash from log_queue order by entry_id limit ?")) {
            query.setInt(1, most);
            var queued = new ArrayList<Queued>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    queued.add(new Queued(row.getLong(1), row.getBytes(2)));
                }
            }
            return queued;
        }
    }

    Optional<TreeHead> newest() throws SQLException {
        return headsPage(0, 1).stream().findFirst();
    }

    /** Heads above a size, the oldest first. */
    List<TreeHead> headsAfter(long size, int most) throws SQLException {
        try (var query = connection.prepareStatement(
                """
                select tree_size, previous_size, root, signed_at, key_id, signature
                from tree_head where tree_size > ? order by tree_size limit ?
                """)) {
            query.setLong(1, size);
            query.setInt(2, most);
            return heads(query.executeQuery());
        }
    }

    private static List<TreeHead> heads(ResultSet rows) throws SQLException {
        try (rows) {
            var heads = new ArrayList<TreeHead>();
            while (rows.next()) {
                heads.add(new TreeHead(
                        rows.getLong(1),
                        rows.getLong(2),
                        rows.getBytes(3),
                        rows.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        rows.getString(5),
                        rows.getBytes(6)));
            }
            return heads;
        }
    }

    Optional<Tile> tile(int level, long index) throws SQLException {
        try (var query =
                connection.prepareStatement("select hashes from log_tile where level = ? and tile_index = ?")) {
            query.setInt(1, level);
            query.setLong(2, index);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(new Tile(level, index, row.getBytes(1))) : Optional.empty();
            }
        }
    }

    /** The tiles of this transaction's view, each read once. */
    Tile.Shelf shelf() {
        var read = new java.util.HashMap<String, Tile>();
        return (level, index) -> read.computeIfAbsent(level + "/" + index, place -> {
            try {
                return tile(level, index)
                        .orElseThrow(() -> new IllegalStateException("Tile " + place + " of the log is missing"));
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    Optional<Long> indexOfEntry(long entryId) throws SQLException {
        return index("select leaf_index from log_leaf where entry_id = ?", entryId);
    }

    /** Place of the first entry with this hash. */
    Optional<Long> indexOf(byte[] leafHash) throws SQLException {
        return index(
                """
                select min(l.leaf_index) from ledger_entry e join log_leaf l on l.entry_id = e.id where e.leaf_hash = ?
                """,
                leafHash);
    }

    private Optional<Long> index(String sql, Object argument) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setObject(1, argument);
            try (var row = query.executeQuery()) {
                return row.next() && row.getObject(1) != null ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    long countHeads() throws SQLException {
        return number("select count(*) from tree_head");
    }

    long countQueued() throws SQLException {
        return number("select count(*) from log_queue");
    }

    private long number(String sql) throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Heads, the newest first. @param skip how many */
    List<TreeHead> headsPage(int skip, int most) throws SQLException {
        try (var query = connection.prepareStatement(
                """
                select tree_size, previous_size, root, signed_at, key_id, signature
                from tree_head order by tree_size desc limit ? offset ?
                """)) {
            query.setInt(1, most);
            query.setInt(2, skip);
            return heads(query.executeQuery());
        }
    }

    void addLeaves(long first, List<Queued> queued) throws SQLException {
        for (var from = 0; from < queued.size(); from += TOGETHER) {
            var some = queued.subList(from, Math.min(queued.size(), from + TOGETHER));
            try (var insert =
                    connection.prepareStatement("insert into log_leaf (leaf_index, entry_id, leaf_hash) values "
                            + String.join(", ", Collections.nCopies(some.size(), "(?, ?, ?)")))) {
                var column = 0;
                for (var number = 0; number < some.size(); number++) {
                    insert.setLong(++column, first + from + number);
                    insert.setLong(++column, some.get(number).entryId());
                    insert.setBytes(++column, some.get(number).leafHash());
                }
                insert.executeUpdate();
            }
        }
    }

    void dequeue(List<Queued> queued) throws SQLException {
        for (var from = 0; from < queued.size(); from += TOGETHER) {
            var some = queued.subList(from, Math.min(queued.size(), from + TOGETHER));
            try (var delete = connection.prepareStatement("delete from log_queue where entry_id in ("
                    + String.join(", ", Collections.nCopies(some.size(), "?")) + ")")) {
                var column = 0;
                for (var one : some) {
                    delete.setLong(++column, one.entryId());
                }
                delete.executeUpdate();
            }
        }
    }

    /** Adds a tile, or prolongs the one that is there. */
    void put(Tile tile) throws SQLException {
        try (var update = connection.prepareStatement(
                "update log_tile set width = ?, hashes = ? where level = ? and tile_index = ?")) {
            update.setInt(1, tile.width());
            update.setBytes(2, tile.hashes());
            update.setInt(3, tile.level());
            update.setLong(4, tile.index());
            if (update.executeUpdate() == 1) {
                return;
            }
        }
        try (var insert = connection.prepareStatement(
                "insert into log_tile (width, hashes, level, tile_index) values (?, ?, ?, ?)")) {
            insert.setInt(1, tile.width());
            insert.setBytes(2, tile.hashes());
            insert.setInt(3, tile.level());
            insert.setLong(4, tile.index());
            insert.executeUpdate();
        }
    }

    void add(TreeHead head) throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into tree_head (tree_size, previous_size, root, signed_at, key_id, signature)
                values (?, ?, ?, ?, ?, ?)
                """)) {
            insert.setLong(1, head.size());
            insert.setLong(2, head.previousSize());
            insert.setBytes(3, head.root());
            insert.setObject(4, LocalDateTime.ofInstant(head.signedAt(), ZoneOffset.UTC));
            insert.setString(5, head.keyId());
            insert.setBytes(6, head.signature());
            insert.executeUpdate();
        }
    }
}
