package vn.camket.audit;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the whole ledger, leaf by leaf: bytes of the record, their hashes, leaf, tile, receipt; at each head its
 * root, signature, time and place in the row of heads. Reads pages of 2,000; keeps a few of them in memory, no more.
 *
 * <p>A record is held against three others (its own hashes, its leaf, its tile) and all of them against the signed heads,
 * so that a fault can be named by what was changed and not only by what no longer fits.
 */
final class LedgerVerifier {
    private static final int PAGE = 2_000;
    private static final int MOST_FINDINGS = 20;

    /**
     * @param size leaves of the newest head when the verification began
     * @param verified leaves below the last head up to which everything was good
     * @param head that head; empty if there is none
     * @param findings the first twenty, the first bad leaf first
     */
    record Outcome(long size, long verified, Optional<TreeHead> head, List<Finding> findings) {}

    /** A leaf and its entry as stored. */
    @SuppressWarnings("ArrayRecordComponent") // never handed out to be changed
    private record Stored(
            long entryId,
            byte[] leaf,
            byte @Nullable [] record,
            byte @Nullable [] recordSha256,
            byte @Nullable [] entryLeaf,
            @Nullable String kind,
            @Nullable Instant at,
            @Nullable String receiptKey,
            byte @Nullable [] receiptSignature) {}

    private final Connection connection;
    private final LogTables tables;
    private final VerifyingKeys keys;
    private final LongConsumer progress;
    private final String origin;
    private final List<Finding> findings = new ArrayList<>();
    private final Deque<TreeHead> heads = new ArrayDeque<>();
    private final List<byte[]> fromTiles = new ArrayList<>();
    private final List<byte[]> fromLeaves = new ArrayList<>();
    private final List<Finding> doubts = new ArrayList<>();
    private final KeyEnds ends = new KeyEnds();

    private RightEdge edge = new RightEdge();
    private @Nullable TreeHead last;
    private @Nullable TreeHead good;
    private @Nullable Tile tile;
    private long withoutReceipt;

    /** @param progress is told now and then how many leaves are done */
    LedgerVerifier(Connection connection, VerifyingKeys keys, LongConsumer progress) throws SQLException {
        this.connection = connection;
        this.keys = keys;
        this.progress = progress;
        tables = new LogTables(connection);
        origin = tables.origin(false);
    }

    Outcome verify() throws SQLException {
        keys.findings().forEach(this::found);
        withoutReceipt = withoutReceipt();
        var size = tables.newest().map(TreeHead::size).orElse(0L);
        for (var from = 0L; from < size; from += PAGE) {
            page(from, Math.min(size, from + PAGE));
            progress.accept(Math.min(size, from + PAGE));
        }
        partialTiles();
        beyondTheLastHead();
        outsideTheLog();
        queue();
        trail();
        return new Outcome(size, good == null ? 0 : good.size(), Optional.ofNullable(good), List.copyOf(findings));
    }

    private void page(long from, long to) throws SQLException {
        var stored = stored(from, to);
        for (var index = from; index < to; index++) {
            leaf(index, stored.get(index));
            var head = nextHead();
            if (head != null && head.size() == index + 1) {
                heads.remove();
                head(head);
            }
        }
    }

    private Map<Long, Stored> stored(long from, long to) throws SQLException {
        try (var query = connection.prepareStatement(
                """
                select l.leaf_index, l.entry_id, l.leaf_hash, e.record, e.record_sha256, e.leaf_hash, e.kind,
                  e.recorded_at, e.receipt_key, e.receipt_signature
                from log_leaf l left join ledger_entry e on e.id = l.entry_id
                where l.leaf_index >= ? and l.leaf_index < ?
                """)) {
            query.setLong(1, from);
            query.setLong(2, to);
            var stored = new HashMap<Long, Stored>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var at = row.getObject(8, LocalDateTime.class);
                    stored.put(
                            row.getLong(1),
                            new Stored(
                                    row.getLong(2),
                                    row.getBytes(3),
                                    row.getBytes(4),
                                    row.getBytes(5),
                                    row.getBytes(6),
                                    row.getString(7),
                                    at == null ? null : at.toInstant(ZoneOffset.UTC),
                                    row.getString(9),
                                    row.getBytes(10)));
                }
            }
            return stored;
        }
    }

    private void leaf(long index, @Nullable Stored stored) throws SQLException {
        var inTile = hashInTile(index);
        if (stored == null) {
            found(new Finding(LedgerFault.LEAF_MISSING, index, inTile == null ? null : entryOf(inTile), null));
        } else {
            var fault = entry(stored, inTile);
            if (fault != null) {
                found(new Finding(fault, index, stored.entryId(), null));
            } else if (inTile != null && !same(inTile, stored.leaf())) {
                doubts.add(new Finding(LedgerFault.LEAF_MOVED, index, stored.entryId(), null));
            } else if (!hasReceipt(stored)) {
                found(new Finding(LedgerFault.RECEIPT_FALSE, index, stored.entryId(), null));
            } else if (stored.receiptKey() != null
                    && last != null
                    && ends.isReceiptTooLate(stored.receiptKey(), last.signedAt())) {
                found(new Finding(LedgerFault.KEY_ENDED, index, stored.entryId(), null));
            }
            if (fault == null && stored.record() != null) {
                ends.learn(index, stored.record());
            }
        }
        var leaf = stored == null ? new byte[Merkle.HASH] : stored.leaf();
        fromTiles.add(inTile == null ? leaf : inTile);
        fromLeaves.add(leaf);
    }

    private static @Nullable LedgerFault entry(Stored stored, byte @Nullable [] inTile) {
        if (stored.record() == null) {
            return LedgerFault.ENTRY_MISSING;
        }
        var hash = Merkle.leaf(stored.record());
        var ownHashes = same(hash, stored.entryLeaf()) && same(Ledger.sha256(stored.record()), stored.recordSha256());
        if (same(hash, stored.leaf())) {
            return ownHashes ? null : LedgerFault.HASH_CHANGED;
        }
        if (same(hash, inTile)) {
            return LedgerFault.LEAF_CHANGED;
        }
        return ownHashes ? LedgerFault.RECORD_REPLACED : LedgerFault.RECORD_CHANGED;
    }

    private boolean hasReceipt(Stored stored) {
        if (stored.receiptKey() == null || stored.receiptSignature() == null || stored.at() == null) {
            return stored.entryId() <= withoutReceipt || SigningKeys.KIND.equals(stored.kind());
        }
        return keys.isSigned(
                stored.receiptKey(), LogText.receipt(origin, stored.leaf(), stored.at()), stored.receiptSignature());
    }

    private byte @Nullable [] hashInTile(long index) throws SQLException {
        var wanted = index / Tile.WIDTH;
        if (tile == null || tile.index() != wanted) {
            tile = tables.tile(0, wanted).orElseGet(() -> new Tile(0, wanted, new byte[0]));
        }
        var position = (int) (index % Tile.WIDTH);
        if (position < tile.width()) {
            return tile.hash(position);
        }
        if (position == 0 || position == tile.width()) {
            found(new Finding(LedgerFault.TILE_MISSING, index, null, name(0, wanted)));
        }
        return null;
    }

    private @Nullable TreeHead nextHead() throws SQLException {
        if (heads.isEmpty()) {
            heads.addAll(tables.headsAfter(last == null ? 0 : last.size(), PAGE));
        }
        return heads.peek();
    }

    private void head(TreeHead head) throws SQLException {
        var before = edge;
        edge = before.with(fromTiles);
        if (!same(edge.root(), head.root()) && !same(flat(fromTiles), flat(fromLeaves))) {
            var byLeaves = before.with(fromLeaves);
            if (same(byLeaves.root(), head.root())) {
                edge = byLeaves;
                doubts.replaceAll(doubt -> new Finding(
                        LedgerFault.TILE_CHANGED, doubt.leafIndex(), doubt.entryId(), name(0, doubt.leafIndex())));
            }
        }
        doubts.forEach(this::found);
        doubts.clear();
        fromTiles.clear();
        fromLeaves.clear();
        upperTiles();
        row(head);
        if (findings.isEmpty()) {
            good = head;
        }
        last = head;
    }

    private void row(TreeHead head) {
        var place = head.size() - 1;
        var signed = keys.isSigned(head.keyId(), head.text(origin), head.signature());
        if (!signed) {
            found(new Finding(LedgerFault.HEAD_CHANGED, place, null, String.valueOf(head.size())));
        } else if (!same(edge.root(), head.root())) {
            found(new Finding(LedgerFault.TREE_CHANGED, head.previousSize(), null, String.valueOf(head.size())));
        } else if (head.previousSize() != (last == null ? 0 : last.size())) {
            found(new Finding(
                    LedgerFault.HEAD_MISSING, head.previousSize() - 1, null, String.valueOf(head.previousSize())));
        } else if (ends.isHeadTooLate(head.keyId(), head.previousSize())) {
            found(new Finding(LedgerFault.KEY_ENDED, place, null, String.valueOf(head.size())));
        } else if (last != null && !head.signedAt().isAfter(last.signedAt())) {
            found(new Finding(LedgerFault.HEAD_CHANGED, place, null, String.valueOf(head.size())));
        }
    }

    /** Those of level 0 have been looked at leaf by leaf. */
    private void upperTiles() throws SQLException {
        for (var filled : edge.takeFilled()) {
            if (filled.level() > 0) {
                compare(filled);
            }
        }
    }

    private void partialTiles() throws SQLException {
        if (fromTiles.isEmpty()) {
            for (var partial : edge.partial()) {
                compare(partial);
            }
        }
    }

    private void compare(Tile expected) throws SQLException {
        var stored = tables.tile(expected.level(), expected.index());
        var place = expected.index() << ((expected.level() + 1) * Tile.BITS);
        if (stored.isEmpty() || stored.get().width() < expected.width()) {
            found(new Finding(LedgerFault.TILE_MISSING, place, null, name(expected.level(), expected.index())));
        } else if (!same(java.util.Arrays.copyOf(stored.get().hashes(), expected.hashes().length), expected.hashes())) {
            found(new Finding(LedgerFault.TILE_CHANGED, place, null, name(expected.level(), expected.index())));
        }
    }

    /** Leaves and their head are one commit: a leaf above the last head has lost it. */
    private void beyondTheLastHead() throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery(
                        """
                        select (select max(leaf_index) from log_leaf), (select coalesce(max(tree_size), 0) from tree_head)
                        from setting where name = 'ledger.origin'
                        """)) {
            row.next();
            var leaf = row.getLong(1);
            if (!row.wasNull() && leaf >= row.getLong(2)) {
                found(new Finding(LedgerFault.HEAD_MISSING, leaf, null, String.valueOf(leaf + 1)));
            }
        }
    }

    private void outsideTheLog() throws SQLException {
        try (var query = connection.prepareStatement(
                """
                select e.id from ledger_entry e
                where not exists (select 1 from log_leaf l where l.entry_id = e.id)
                  and not exists (select 1 from log_queue q where q.entry_id = e.id)
                order by e.id limit ?
                """)) {
            query.setInt(1, MOST_FINDINGS);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var entry = row.getLong(1);
                    if (findings.stream().noneMatch(one -> one.entryId() != null && one.entryId() == entry)) {
                        found(new Finding(LedgerFault.NOT_IN_LOG, null, entry, null));
                    }
                }
            }
        }
    }

    private void queue() throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery(
                        """
                        select q.entry_id from log_queue q
                        left join ledger_entry e on e.id = q.entry_id left join log_leaf l on l.entry_id = q.entry_id
                        where l.entry_id is not null or e.id is null or e.leaf_hash <> q.leaf_hash
                        order by q.entry_id
                        """)) {
            while (row.next()) {
                found(new Finding(LedgerFault.QUEUE_FALSE, null, row.getLong(1), null));
            }
        }
    }

    /** The digests were checked as leaves; now the days of the audit trail are held against them. */
    private void trail() throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery(
                        """
                        select d.digest_day, d.ledger_entry_id, e.record
                        from audit_digest d join ledger_entry e on e.id = d.ledger_entry_id order by d.digest_day
                        """)) {
            while (row.next()) {
                var day = row.getObject(1, LocalDate.class);
                var digest = TrailDigest.of(connection, day);
                var fields = fields(row.getBytes(3));
                if (!day.toString().equals(fields.get("day"))
                        || !digest.sha256().equals(fields.get("sha256"))) {
                    found(new Finding(LedgerFault.TRAIL_CHANGED, null, row.getLong(2), day.toString()));
                }
            }
        }
    }

    /** Up to which entry none has a receipt, as the log itself says. */
    private long withoutReceipt() throws SQLException {
        try (var setting = connection.createStatement();
                var begun = setting.executeQuery("select text from setting where name = 'ledger.begun'");
                var query = connection.prepareStatement("select record from ledger_entry where id = ? and kind = ?")) {
            if (!begun.next()) {
                return 0;
            }
            query.setLong(1, Long.parseLong(begun.getString(1)));
            query.setString(2, Beginning.KIND);
            try (var row = query.executeQuery()) {
                return row.next() && fields(row.getBytes(1)).get(Beginning.UP_TO) instanceof Long upTo ? upTo : 0;
            }
        }
    }

    /** Of a record that is wrong perhaps: then there are none, and as a leaf it has been named. */
    private static Map<String, @Nullable Object> fields(byte[] record) {
        try {
            return CanonicalRecord.read(record);
        } catch (IllegalArgumentException damaged) {
            return Map.of();
        }
    }

    private @Nullable Long entryOf(byte[] leafHash) throws SQLException {
        try (var query = connection.prepareStatement("select min(id) from ledger_entry where leaf_hash = ?")) {
            query.setBytes(1, leafHash);
            try (var row = query.executeQuery()) {
                row.next();
                var id = row.getLong(1);
                return row.wasNull() ? null : id;
            }
        }
    }

    private void found(Finding finding) {
        var again = findings.stream()
                .anyMatch(one -> one.fault() == finding.fault()
                        && one.detail() != null
                        && one.detail().equals(finding.detail()));
        if (findings.size() < MOST_FINDINGS && !again) {
            findings.add(finding);
        }
    }

    private static String name(int level, @Nullable Long index) {
        return level + "/" + index;
    }

    private static byte[] flat(List<byte[]> hashes) {
        return Ledger.sha256(hashes.toArray(byte[][]::new));
    }

    private static boolean same(byte @Nullable [] one, byte @Nullable [] other) {
        return MessageDigest.isEqual(one, other);
    }
}
