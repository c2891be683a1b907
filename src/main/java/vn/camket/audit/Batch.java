package vn.camket.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One step of the sequencer, in the transaction of its connection: entries leave the queue and become the next leaves,
 * tiles and a signed head come along. Nothing is remembered from one batch to the next: the right edge of the tree comes
 * from its three or four last tiles each time, so a batch that failed leaves nothing to put right.
 */
final class Batch {
    static final int MOST = 5_000;

    private static final Duration UNEASY = Duration.ofSeconds(2);

    /** @param clockWentBack whether the last head lies more than two seconds in the future */
    record Done(TreeHead head, int leaves, boolean clockWentBack) {}

    /** The log's own tables do not fit together; building on them would hide it. */
    static final class Contradiction extends RuntimeException {
        Contradiction(String message) {
            super(message);
        }
    }

    /** The key in hand was replaced, on another node perhaps, while this batch was made: its head would count for nothing. */
    static final class KeyEnded extends RuntimeException {
        KeyEnded(String keyId) {
            super("The log key " + keyId + " has ended");
        }
    }

    private final Connection connection;
    private final LogTables tables;

    Batch(Connection connection) {
        this.connection = connection;
        tables = new LogTables(connection);
    }

    /**
     * @return empty if nothing waits
     * @throws Contradiction if the log's own tables do not fit together
     * @throws KeyEnded if the signer's key is in use no more
     */
    Optional<Done> run(LogSigner signer, Instant now) throws SQLException {
        if (!tables.isAnyQueued()) {
            return Optional.empty();
        }
        var origin = tables.origin(true);
        var queued = tables.queued(MOST);
        if (queued.isEmpty()) {
            return Optional.empty();
        }
        var before = tables.newest();
        var size = before.map(TreeHead::size).orElse(0L);
        refuseOtherLeaves(size);
        var edge = edge(size);
        before.ifPresent(head -> refuseOtherRoot(head, edge));
        queued.forEach(one -> edge.append(one.leafHash()));
        tables.addLeaves(size, queued);
        for (var tile : edge.takeFilled()) {
            tables.put(tile);
        }
        for (var tile : edge.partial()) {
            tables.put(tile);
        }
        var head = head(origin, signer, size, edge, time(before, now));
        if (tables.isEnded(head.keyId())) {
            throw new KeyEnded(head.keyId());
        }
        tables.add(head);
        tables.dequeue(queued);
        var back = before.filter(last -> now.isBefore(last.signedAt().minus(UNEASY)));
        return Optional.of(new Done(head, queued.size(), back.isPresent()));
    }

    private RightEdge edge(long size) {
        try {
            return RightEdge.of(size, tables.shelf());
        } catch (IllegalStateException | IndexOutOfBoundsException missing) {
            throw new Contradiction("The last tiles of the log are missing or too short");
        }
    }

    private static TreeHead head(String origin, LogSigner signer, long previous, RightEdge edge, Instant at) {
        var root = edge.root();
        var signed = signer.sign(LogText.head(origin, edge.size(), root, at, previous));
        return new TreeHead(edge.size(), previous, root, at, signed.keyId(), signed.signature());
    }

    /** Heads never go back in time, whatever the clock does. */
    private static Instant time(Optional<TreeHead> before, Instant now) {
        var at = now.truncatedTo(ChronoUnit.MILLIS);
        return before.map(head -> head.signedAt().plusMillis(1))
                .filter(at::isBefore)
                .orElse(at);
    }

    /** Leaves and heads are committed together; if they differ somebody else was here. */
    private void refuseOtherLeaves(long size) throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery("select max(leaf_index) from log_leaf")) {
            row.next();
            var last = row.getLong(1);
            var leaves = row.wasNull() ? 0 : last + 1;
            if (leaves != size) {
                throw new Contradiction("The log has " + leaves + " leaves but its last head " + size);
            }
        }
    }

    private static void refuseOtherRoot(TreeHead head, RightEdge edge) {
        if (!java.security.MessageDigest.isEqual(edge.root(), head.root())) {
            throw new Contradiction("The last tiles of the log do not give the root of its head " + head.size());
        }
    }
}
