package vn.camket.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.NotFound;

/**
 * What the log proves to strangers: its heads, that a head continues an earlier one, that an entry is in it. Hashes and
 * signatures only, save for {@link #file}, which holds the record: whoever calls that has asked who may see it.
 */
@ApplicationScoped
@Transactional
public class LogProofs {
    /**
     * Where an entry stands in the log.
     *
     * @param index from 0
     * @param head the newest
     */
    public record Place(long index, TreeHead head) {}

    private interface Reading<T> {
        T from(LogTables tables) throws SQLException;
    }

    @Resource(lookup = "java:app/jdbc/camket")
    DataSource dataSource;

    @Inject
    SigningKeys keys;

    /** The newest head. @throws NotFound while there is none */
    public Map<String, Object> head() {
        return read(tables -> withKey(tables.newest().orElseThrow(NotFound::new), tables.origin(false)));
    }

    /** The head of this size. @throws NotFound if no head was signed at that size */
    public Map<String, Object> head(long size) {
        return read(tables -> {
            var head = tables.headsAfter(size - 1, 1).stream().findFirst().filter(one -> one.size() == size);
            return withKey(head.orElseThrow(NotFound::new), tables.origin(false));
        });
    }

    /** @throws NotFound unless 0 < from <= to <= size of the newest head */
    public Map<String, Object> consistency(long from, long to) {
        return read(tables -> {
            if (from <= 0 || from > to || to > size(tables)) {
                throw new NotFound();
            }
            var nodes = Tile.nodes(tables.shelf());
            var fields = new LinkedHashMap<String, Object>();
            fields.put("from", from);
            fields.put("to", to);
            fields.put("from_root", LogText.hex(Merkle.root(from, nodes)));
            fields.put("to_root", LogText.hex(Merkle.root(to, nodes)));
            fields.put("proof", hex(Merkle.consistency(from, to, nodes)));
            return fields;
        });
    }

    /** That an entry is in the tree of a size. @param leafHash in hexadecimal @throws NotFound if it is not */
    public Map<String, Object> inclusion(byte[] leafHash, long size) {
        return read(tables -> {
            var index = tables.indexOf(leafHash).orElseThrow(NotFound::new);
            if (index >= size || size > size(tables)) {
                throw new NotFound();
            }
            var nodes = Tile.nodes(tables.shelf());
            var fields = new LinkedHashMap<String, Object>();
            fields.put("leaf_index", index);
            fields.put("tree_size", size);
            fields.put("root", LogText.hex(Merkle.root(size, nodes)));
            fields.put("proof", hex(Merkle.inclusion(index, size, nodes)));
            return fields;
        });
    }

    /** The hashes of a tile, as many as there are now. @throws NotFound if there is no such tile */
    public Map<String, Object> tile(int level, long index) {
        return read(tables -> {
            var tile = tables.tile(level, index).orElseThrow(NotFound::new);
            var fields = new LinkedHashMap<String, Object>();
            fields.put("level", level);
            fields.put("index", index);
            fields.put("width", tile.width());
            fields.put("hashes", LogText.hex(tile.hashes()));
            return fields;
        });
    }

    /** Where an entry stands; empty while it waits in the queue. */
    public Optional<Place> place(LedgerEntry entry) {
        return read(tables -> {
            var index = tables.indexOfEntry(entry.id());
            var head = tables.newest();
            return index.isPresent() && head.isPresent()
                    ? Optional.of(new Place(index.get(), head.get()))
                    : Optional.empty();
        });
    }

    /**
     * Everything that proves an entry, as a file that can be checked without this application: record, receipt, place,
     * head, way to the root, keys. While it waits for its leaf, record and receipt only.
     */
    public byte[] file(LedgerEntry entry) {
        return file(entry, true, Map.of(), Map.of());
    }

    /**
     * The same with what else belongs to it.
     *
     * @param particulars further fields
     * @param companions further entries by the name of their field: record, place and way to the same root
     */
    public byte[] file(LedgerEntry entry, Map<String, ?> particulars, Map<String, LedgerEntry> companions) {
        return file(entry, true, particulars, companions);
    }

    /** The same without the record: what anybody may have, and only who holds the record can connect with it. */
    public byte[] fileWithoutRecord(LedgerEntry entry) {
        return file(entry, false, Map.of(), Map.of());
    }

    private byte[] file(
            LedgerEntry entry, boolean withRecord, Map<String, ?> particulars, Map<String, LedgerEntry> companions) {
        return read(tables -> {
            var origin = tables.origin(false);
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("format", "camket-evidence-v1");
            fields.put("record", withRecord ? Base64.getEncoder().encodeToString(entry.record()) : null);
            fields.put("leaf_hash", LogText.hex(entry.leafHash()));
            fields.put("receipt", receipt(entry, origin));
            var index = tables.indexOfEntry(entry.id());
            var head = tables.newest().filter(newest -> index.isPresent());
            fields.put("leaf_index", index.orElse(null));
            fields.put("head", head.map(newest -> newest.fields(origin)).orElse(null));
            fields.put(
                    "inclusion",
                    head.isEmpty() || index.isEmpty()
                            ? null
                            : hex(Merkle.inclusion(index.get(), head.get().size(), Tile.nodes(tables.shelf()))));
            fields.put("keys", keys(entry, head));
            fields.putAll(particulars);
            for (var companion : companions.entrySet()) {
                fields.put(companion.getKey(), companion(tables, companion.getValue(), head));
            }
            return CanonicalRecord.of(fields);
        });
    }

    private static Map<String, @Nullable Object> companion(LogTables tables, LedgerEntry entry, Optional<TreeHead> head)
            throws SQLException {
        var index = head.isEmpty() ? Optional.<Long>empty() : tables.indexOfEntry(entry.id());
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("record", Base64.getEncoder().encodeToString(entry.record()));
        fields.put("leaf_index", index.orElse(null));
        fields.put(
                "inclusion",
                index.isEmpty()
                        ? null
                        : hex(Merkle.inclusion(index.get(), head.orElseThrow().size(), Tile.nodes(tables.shelf()))));
        return fields;
    }

    private static @Nullable Map<String, Object> receipt(LedgerEntry entry, String origin) {
        return entry.receipt()
                .map(signed -> Map.<String, Object>of(
                        "key", signed.keyId(),
                        "text", LogText.receipt(origin, entry.leafHash(), entry.recordedAt()),
                        "signature", Base64.getEncoder().encodeToString(signed.signature())))
                .orElse(null);
    }

    private Map<String, Object> keys(LedgerEntry entry, Optional<TreeHead> head) {
        var found = new LinkedHashMap<String, Object>();
        entry.receipt().ifPresent(signed -> found.put(signed.keyId(), spki(signed.keyId())));
        head.ifPresent(newest -> found.put(newest.keyId(), spki(newest.keyId())));
        return found;
    }

    private Map<String, Object> withKey(TreeHead head, String origin) {
        var fields = new LinkedHashMap<>(head.fields(origin));
        fields.put("spki", spki(head.keyId()));
        return fields;
    }

    private String spki(String keyId) {
        return keys.key(keyId)
                .map(key -> Base64.getEncoder().encodeToString(key.spki()))
                .orElse("");
    }

    private static long size(LogTables tables) throws SQLException {
        return tables.newest().map(TreeHead::size).orElse(0L);
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(LogText::hex).toList();
    }

    private <T> T read(Reading<T> reading) {
        try (var connection = dataSource.getConnection()) {
            return reading.from(new LogTables(connection));
        } catch (SQLException failure) {
            throw new IllegalStateException("The log cannot be read", failure);
        }
    }
}
