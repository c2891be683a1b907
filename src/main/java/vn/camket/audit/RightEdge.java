package vn.camket.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The growing end of a tree: the tile of each level that is not full yet. All that is needed to append and to know the root. */
final class RightEdge {
    private static final int FULL = Tile.WIDTH * Merkle.HASH;

    /** One level: a tile being filled. */
    private static final class Level {
        private final byte[] hashes = new byte[FULL];
        private int length;
    }

    private final List<Level> levels = new ArrayList<>();
    private final List<Tile> filled = new ArrayList<>();
    private long size;

    /** The edge of a tree that is kept on a shelf. */
    static RightEdge of(long size, Tile.Shelf shelf) {
        var edge = new RightEdge();
        edge.size = size;
        for (var height = 0; size >> height > 0; height += Tile.BITS) {
            var hashes = size >> height;
            var level = new Level();
            level.length = (int) (hashes % Tile.WIDTH) * Merkle.HASH;
            if (level.length > 0) {
                var tile = shelf.tile(height / Tile.BITS, hashes / Tile.WIDTH);
                System.arraycopy(tile.hashes(), 0, level.hashes, 0, level.length);
            }
            edge.levels.add(level);
        }
        return edge;
    }

    /** This edge and some leaves more; this one stays as it is. */
    RightEdge with(List<byte[]> leaves) {
        var grown = new RightEdge();
        grown.size = size;
        for (var level : levels) {
            var copy = new Level();
            copy.length = level.length;
            System.arraycopy(level.hashes, 0, copy.hashes, 0, level.length);
            grown.levels.add(copy);
        }
        leaves.forEach(grown::append);
        return grown;
    }

    long size() {
        return size;
    }

    void append(byte[] leaf) {
        size++;
        append(0, leaf);
    }

    private void append(int number, byte[] hash) {
        if (levels.size() == number) {
            levels.add(new Level());
        }
        var level = levels.get(number);
        System.arraycopy(hash, 0, level.hashes, level.length, Merkle.HASH);
        level.length += Merkle.HASH;
        if (level.length == FULL) {
            var tile = new Tile(number, (size >> ((number + 1) * Tile.BITS)) - 1, level.hashes.clone());
            filled.add(tile);
            level.length = 0;
            append(number + 1, tile.root(Tile.BITS, 0));
        }
    }

    /** The tiles that became full since the last call. */
    List<Tile> takeFilled() {
        var taken = List.copyOf(filled);
        filled.clear();
        return taken;
    }

    /** The tiles that are not full, those of no hashes left out. */
    List<Tile> partial() {
        var tiles = new ArrayList<Tile>();
        for (var number = 0; number < levels.size(); number++) {
            var level = levels.get(number);
            if (level.length > 0) {
                tiles.add(new Tile(
                        number, size >> ((number + 1) * Tile.BITS), Arrays.copyOf(level.hashes, level.length)));
            }
        }
        return tiles;
    }

    byte[] root() {
        return Merkle.root(size, Tile.nodes((level, index) -> new Tile(level, index, levels.get(level).hashes)));
    }
}
