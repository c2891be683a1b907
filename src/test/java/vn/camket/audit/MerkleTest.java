package vn.camket.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tree against its definition, and against the cases with which others try verifiers. */
class MerkleTest {
    private static final int LARGEST = 130;
    /** Entries of the tree that RFC 6962 implementations compare with each other. */
    private static final List<byte[]> EIGHT = List.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .stream()
            .map(HexFormat.of()::parseHex)
            .map(Merkle::leaf)
            .toList();

    private static final List<String> EIGHT_ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final List<byte[]> leaves = leaves();

    private static List<byte[]> leaves() {
        var leaves = new ArrayList<byte[]>();
        for (var number = 0; number < LARGEST; number++) {
            leaves.add(Merkle.leaf(("leaf " + number).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    @Test
    void hasTheRootsOfTheTreeOfEight() {
        for (var size = 0; size <= EIGHT.size(); size++) {
            assertThat(HexFormat.of().formatHex(Merkle.root(size, nodes(EIGHT))))
                    .isEqualTo(EIGHT_ROOTS.get(size));
        }
    }

    @Test
    void hasTheRootOfTheDefinitionAtEverySize() {
        for (var size = 1; size <= LARGEST; size++) {
            assertThat(Merkle.root(size, nodes(leaves)))
                    .as("size %d", size)
                    .isEqualTo(defined(leaves.subList(0, size)));
        }
    }

    @Test
    void provesEveryLeafOfEveryTree() {
        for (var size = 1; size <= LARGEST; size++) {
            var root = defined(leaves.subList(0, size));
            for (var index = 0; index < size; index++) {
                var proof = Merkle.inclusion(index, size, nodes(leaves));

                assertThat(Ledger.sha256(proof.toArray(byte[][]::new)))
                        .isEqualTo(Ledger.sha256(
                                definedPath(index, leaves.subList(0, size)).toArray(byte[][]::new)));
                assertThat(Merkle.includes(index, size, leaves.get(index), proof, root))
                        .as("leaf %d of %d", index, size)
                        .isTrue();
                assertThat(Merkle.includes(index, size, leaves.get((index + 1) % LARGEST), proof, root))
                        .isFalse();
            }
        }
    }

    @Test
    void provesThatEveryTreeContinuesEveryEarlierOne() {
        for (var to = 1; to <= LARGEST; to++) {
            var toRoot = defined(leaves.subList(0, to));
            for (var from = 1; from <= to; from++) {
                var fromRoot = defined(leaves.subList(0, from));
                var proof = Merkle.consistency(from, to, nodes(leaves));

                assertThat(Merkle.continues(from, to, fromRoot, toRoot, proof))
                        .as("%d to %d", from, to)
                        .isTrue();
                if (from < to) {
                    assertThat(Merkle.continues(from, to, toRoot, fromRoot, proof))
                            .isFalse();
                    assertThat(Merkle.continues(from, to, Ledger.sha256(), toRoot, proof))
                            .isFalse();
                }
            }
        }
    }

    /** The changes that the public verifier tests of transparency-dev/merkle make to good proofs of the tree of eight. */
    @Test
    void refusesEveryAlteredInclusionProof() {
        for (var place : List.of(new int[] {0, 8}, new int[] {5, 8}, new int[] {2, 3}, new int[] {1, 5})) {
            long index = place[0];
            long size = place[1];
            var leaf = EIGHT.get(place[0]);
            var root = Merkle.root(size, nodes(EIGHT));
            var proof = Merkle.inclusion(index, size, nodes(EIGHT));
            var nothing = new byte[0];
            var other = Ledger.sha256("other".getBytes(StandardCharsets.UTF_8));

            assertThat(Merkle.includes(index, size, leaf, proof, root)).isTrue();

            assertThat(Merkle.includes(index - 1, size, leaf, proof, root)).isFalse();
            assertThat(Merkle.includes(index + 1, size, leaf, proof, root)).isFalse();
            assertThat(Merkle.includes(index ^ 2, size, leaf, proof, root)).isFalse();
            assertThat(Merkle.includes(index, size * 2, leaf, proof, root)).isFalse();
            assertThat(Merkle.includes(index, size / 2, leaf, proof, root)).isFalse();
            assertThat(Merkle.includes(index, 0, leaf, proof, root)).isFalse();
            assertThat(Merkle.includes(0, 0, leaf, List.of(), leaf)).isFalse();
            assertThat(Merkle.includes(index, -size, leaf, proof, root)).isFalse();
            assertThat(Merkle.includes(index, size, other, proof, root)).isFalse();
            assertThat(Merkle.includes(index, size, nothing, proof, root)).isFalse();
            assertThat(Merkle.includes(index, size, leaf, proof, other)).isFalse();
            assertThat(Merkle.includes(index, size, leaf, proof, nothing)).isFalse();
            assertThat(Merkle.includes(index, size, nothing, proof, nothing)).isFalse();
            for (var altered : altered(proof, root, other)) {
                assertThat(Merkle.includes(index, size, leaf, altered, root)).isFalse();
            }
        }
    }

    @Test
    void refusesEveryAlteredConsistencyProof() {
        for (var sizes : List.of(new int[] {1, 8}, new int[] {6, 8}, new int[] {2, 5}, new int[] {6, 7})) {
            long from = sizes[0];
            long to = sizes[1];
            var fromRoot = Merkle.root(from, nodes(EIGHT));
            var toRoot = Merkle.root(to, nodes(EIGHT));
            var proof = Merkle.consistency(from, to, nodes(EIGHT));
            var nothing = new byte[0];
            var other = Ledger.sha256("other".getBytes(StandardCharsets.UTF_8));

            assertThat(Merkle.continues(from, to, fromRoot, toRoot, proof)).isTrue();

            assertThat(Merkle.continues(from - 1, to, fromRoot, toRoot, proof)).isFalse();
            assertThat(Merkle.continues(from + 1, to, fromRoot, toRoot, proof)).isFalse();
            assertThat(Merkle.continues(from ^ 2, to, fromRoot, toRoot, proof)).isFalse();
            assertThat(Merkle.continues(from, to * 2, fromRoot, toRoot, proof)).isFalse();
            assertThat(Merkle.continues(from, to / 2, fromRoot, toRoot, proof)).isFalse();
            assertThat(Merkle.continues(from, to, other, toRoot, proof)).isFalse();
            assertThat(Merkle.continues(from, to, fromRoot, other, proof)).isFalse();
            assertThat(Merkle.continues(from, to, toRoot, fromRoot, proof)).isFalse();
            assertThat(Merkle.continues(from, to, nothing, toRoot, proof)).isFalse();
            assertThat(Merkle.continues(from, to, fromRoot, toRoot, List.of())).isFalse();
            for (var altered : altered(proof, toRoot, other)) {
                assertThat(Merkle.continues(from, to, fromRoot, toRoot, altered))
                        .isFalse();
            }
        }
    }

    @Test
    void refusesConsistencyOfNothingAndOfShortRoots() {
        var root = EIGHT.get(0);
        var empty = Ledger.sha256();
        var dummy = "dummy dummy!".getBytes(StandardCharsets.UTF_8);

        assertThat(Merkle.continues(0, 0, empty, empty, List.of())).isFalse();
        assertThat(Merkle.continues(0, 1, empty, root, List.of())).isFalse();
        assertThat(Merkle.continues(1, 1, root, root, List.of())).isTrue();
        assertThat(Merkle.continues(1, 1, root, root, List.of(root))).isFalse();
        assertThat(Merkle.continues(1, 1, root, empty, List.of())).isFalse();
        assertThat(Merkle.continues(1, 1, dummy, dummy, List.of())).isFalse();
        assertThat(Merkle.continues(2, 1, root, root, List.of())).isFalse();
        assertThat(Merkle.continues(1, 2, root, empty, List.of())).isFalse();
    }

    @Test
    void givesNoProofOfWhatIsNotThere() {
        assertThatThrownBy(() -> Merkle.inclusion(8, 8, nodes(EIGHT))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Merkle.inclusion(-1, 8, nodes(EIGHT))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Merkle.consistency(0, 8, nodes(EIGHT))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Merkle.consistency(9, 8, nodes(EIGHT))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tilesGiveTheSameTreeHoweverItGrew() {
        var shelf = new HashMap<String, Tile>();
        var many = new ArrayList<byte[]>();
        var edge = new RightEdge();
        var step = 1;
        while (many.size() < 70_000) {
            edge = RightEdge.of(many.size(), (level, index) -> shelf.get(level + "/" + index));
            for (var more = 0; more < step; more++) {
                var leaf = Merkle.leaf(("leaf " + many.size()).getBytes(StandardCharsets.UTF_8));
                many.add(leaf);
                edge.append(leaf);
            }
            edge.takeFilled().forEach(tile -> shelf.put(tile.level() + "/" + tile.index(), tile));
            edge.partial().forEach(tile -> shelf.put(tile.level() + "/" + tile.index(), tile));
            step = step * 3 + 1;
        }

        var size = many.size();
        var root = defined(many);
        var nodes = Tile.nodes((level, index) -> shelf.get(level + "/" + index));
        assertThat(edge.root()).isEqualTo(root);
        assertThat(Merkle.root(size, nodes)).isEqualTo(root);
        assertThat(shelf.get("0/0").width()).isEqualTo(256);
        for (var index : List.of(0, 1, 255, 256, 65_535, 65_536, size - 1)) {
            assertThat(Merkle.includes(index, size, many.get(index), Merkle.inclusion(index, size, nodes), root))
                    .isTrue();
        }
        for (var from : List.of(1, 255, 256, 257, 4_000, 65_536, 65_537, size)) {
            assertThat(Merkle.continues(
                            from, size, defined(many.subList(0, from)), root, Merkle.consistency(from, size, nodes)))
                    .isTrue();
        }
    }

    private static List<List<byte[]>> altered(List<byte[]> proof, byte[] root, byte[] other) {
        var altered = new ArrayList<List<byte[]>>();
        for (var more : List.of(root, other, new byte[0])) {
            altered.add(with(proof, proof.size(), more));
            altered.add(with(proof, 0, more));
        }
        for (var position = 0; position < proof.size(); position++) {
            altered.add(with(proof, position, proof.get(position)));
            altered.add(without(proof, position));
            var changed = new ArrayList<>(proof);
            var hash = proof.get(position).clone();
            hash[7] ^= 16;
            changed.set(position, hash);
            altered.add(changed);
            var shorter = new ArrayList<>(proof);
            shorter.set(position, Arrays.copyOf(proof.get(position), 31));
            altered.add(shorter);
        }
        return altered;
    }

    private static List<byte[]> with(List<byte[]> proof, int position, byte[] more) {
        var changed = new ArrayList<>(proof);
        changed.add(position, more);
        return changed;
    }

    private static List<byte[]> without(List<byte[]> proof, int position) {
        var changed = new ArrayList<>(proof);
        changed.remove(position);
        return changed;
    }

    private static Merkle.Nodes nodes(List<byte[]> leaves) {
        Map<String, byte[]> known = new HashMap<>();
        return (height, index) -> known.computeIfAbsent(
                height + "/" + index,
                place -> defined(leaves.subList((int) (index << height), (int) ((index + 1) << height))));
    }

    /** RFC 9162 section 2.1.1, to the letter. */
    private static byte[] defined(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        var left = split(leaves.size());
        return Merkle.node(defined(leaves.subList(0, left)), defined(leaves.subList(left, leaves.size())));
    }

    /** RFC 9162 section 2.1.3.1. */
    private static List<byte[]> definedPath(int index, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        var left = split(leaves.size());
        var path = index < left
                ? definedPath(index, leaves.subList(0, left))
                : definedPath(index - left, leaves.subList(left, leaves.size()));
        path.add(index < left ? defined(leaves.subList(left, leaves.size())) : defined(leaves.subList(0, left)));
        return path;
    }

    /** The largest power of two below the number. */
    private static int split(int number) {
        var power = 1;
        while (power * 2 < number) {
            power *= 2;
        }
        return power;
    }
}
