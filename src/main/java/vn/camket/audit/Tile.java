package vn.camket.audit;

import java.util.Arrays;

/**
 * Up to 256 hashes of the tree, side by side: at level 0 leaf hashes, at level n roots of whole subtrees of 256^n leaves.
 * A full tile never changes again; one that is not full is prolonged.
 *
 * @param index from 0, from the left
 * @param hashes 32 bytes each, joined
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out to be changed
record Tile(int level, long index, byte[] hashes) {
    static final int BITS = 8;
    static final int WIDTH = 1 << BITS;

    int width() {
        return hashes.length / Merkle.HASH;
    }

    byte[] hash(int position) {
        return Arrays.copyOfRange(hashes, position * Merkle.HASH, (position + 1) * Merkle.HASH);
    }

    /** Root of the 2^height hashes from a position on, which is a multiple of 2^height. */
    byte[] root(int height, int position) {
        return height == 0
                ? hash(position)
                : Merkle.node(root(height - 1, position), root(height - 1, position + (1 << (height - 1))));
    }

    /** Where tiles are kept. */
    @FunctionalInterface
    interface Shelf {
        /** @throws IllegalStateException if there is no such tile */
        Tile tile(int level, long index);
    }

    /** The whole subtrees that lie in tiles. */
    static Merkle.Nodes nodes(Shelf shelf) {
        return (height, index) -> {
            var level = height / BITS;
            var within = height % BITS;
            var first = index << within;
            return shelf.tile(level, first >> BITS).root(within, (int) (first & (WIDTH - 1)));
        };
    }
}
