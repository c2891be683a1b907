package vn.camket.audit;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree over a log, as RFC 9162 section 2.1 defines it: hashes, proofs, and the checks of proofs. Pure functions; a
 * tree of 2^62 leaves is the largest.
 */
public final class Merkle {
    /** Bytes of every hash. */
    public static final int HASH = 32;

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** The hashes of whole subtrees: {@code at(h, i)} covers the leaves from i·2^h to (i+1)·2^h, all of which exist. */
    @FunctionalInterface
    public interface Nodes {
        byte[] at(int height, long index);
    }

    private Merkle() {}

    /** SHA-256 of a zero byte and the record. */
    public static byte[] leaf(byte[] record) {
        return Ledger.sha256(LEAF, record);
    }

    public static byte[] node(byte[] left, byte[] right) {
        return Ledger.sha256(NODE, left, right);
    }

    /** Root of the tree over the first {@code size} leaves; that of no leaves is SHA-256 of nothing. */
    public static byte[] root(long size, Nodes nodes) {
        return size == 0 ? Ledger.sha256() : range(0, size, nodes);
    }

    /**
     * The hashes that lead from a leaf to the root, the lowest first.
     *
     * @throws IllegalArgumentException unless 0 <= index < size
     */
    public static List<byte[]> inclusion(long index, long size, Nodes nodes) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf " + index + " in a tree of " + size);
        }
        var proof = new ArrayList<byte[]>();
        path(index, 0, size, nodes, proof);
        return proof;
    }

    /**
     * The hashes that show that the tree of {@code to} leaves begins with the tree of {@code from} leaves.
     *
     * @throws IllegalArgumentException unless 0 < from <= to
     */
    public static List<byte[]> consistency(long from, long to, Nodes nodes) {
        if (from <= 0 || from > to) {
            throw new IllegalArgumentException("No way from a tree of " + from + " to one of " + to);
        }
        var proof = new ArrayList<byte[]>();
        if (from < to) {
            subproof(from, 0, to, true, nodes, proof);
        }
        return proof;
    }

    /** Whether the proof leads from the leaf to the root. False, too, for sizes below 1 and for hashes not 32 bytes long. */
    public static boolean includes(long index, long size, byte[] leaf, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size || !areHashes(proof) || leaf.length != HASH || root.length != HASH) {
            return false;
        }
        var place = index;
        var last = size - 1;
        var hash = leaf;
        for (var step : proof) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = node(step, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, step);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    /**
     * Whether the proof shows that the tree of {@code to} leaves begins with that of {@code from} leaves. False, too, for
     * sizes below 1, for {@code from > to}, and for hashes not 32 bytes long.
     */
    public static boolean continues(long from, long to, byte[] fromRoot, byte[] toRoot, List<byte[]> proof) {
        if (from <= 0 || from > to || !areHashes(proof) || fromRoot.length != HASH || toRoot.length != HASH) {
            return false;
        }
        if (from == to) {
            return proof.isEmpty() && MessageDigest.isEqual(fromRoot, toRoot);
        }
        var path = new ArrayList<>(proof);
        if (Long.bitCount(from) == 1) {
            path.add(0, fromRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        var place = from - 1;
        var last = to - 1;
        while ((place & 1) == 1) {
            place >>= 1;
            last >>= 1;
        }
        var before = path.get(0);
        var after = path.get(0);
        for (var step : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                before = node(step, before);
                after = node(step, after);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                after = node(after, step);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(before, fromRoot) && MessageDigest.isEqual(after, toRoot);
    }

    private static boolean areHashes(List<byte[]> proof) {
        return proof.stream().allMatch(hash -> hash.length == HASH);
    }

    /** Hash of the leaves from begin to end; begin is a multiple of the power of two at or above their number. */
    private static byte[] range(long begin, long end, Nodes nodes) {
        var count = end - begin;
        if (Long.bitCount(count) == 1) {
            var height = Long.numberOfTrailingZeros(count);
            return nodes.at(height, begin >> height);
        }
        var left = Long.highestOneBit(count);
        return node(range(begin, begin + left, nodes), range(begin + left, end, nodes));
    }

    private static void path(long index, long begin, long end, Nodes nodes, List<byte[]> proof) {
        var count = end - begin;
        if (count == 1) {
            return;
        }
        var left = begin + Long.highestOneBit(count - 1);
        if (index < left) {
            path(index, begin, left, nodes, proof);
            proof.add(range(left, end, nodes));
        } else {
            path(index, left, end, nodes, proof);
            proof.add(range(begin, left, nodes));
        }
    }

    /** RFC 9162 section 2.1.4.1. @param known whether the reader knows the hash of this part already */
    private static void subproof(long from, long begin, long end, boolean known, Nodes nodes, List<byte[]> proof) {
        if (from == end) {
            if (!known) {
                proof.add(range(begin, end, nodes));
            }
            return;
        }
        var left = begin + Long.highestOneBit(end - begin - 1);
        if (from <= left) {
            subproof(from, begin, left, known, nodes, proof);
            proof.add(range(left, end, nodes));
        } else {
            subproof(from, left, end, false, nodes, proof);
            proof.add(range(begin, left, nodes));
        }
    }
}
