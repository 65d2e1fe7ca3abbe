package org.pufa.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pufa.kernel.Sha256;

class MerkleTest {

    private static final List<String> INPUTS = List.of("", "00", "10", "2021", "3031", "40414243",
            "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    /** The well-known vectors of certificate transparency for the tree of RFC 6962. */
    @ParameterizedTest
    @CsvSource({
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"})
    void isTheTreeOfRfc6962(int size, String root) {
        byte[][] leaves = INPUTS.stream().limit(size).map(HexFormat.of()::parseHex).toArray(byte[][]::new);

        assertThat(HexFormat.of().formatHex(Merkle.root(leaves))).isEqualTo(root);
    }

    @Property(tries = 60)
    void everyLeafProvesItselfAndNoOther(@ForAll @IntRange(min = 1, max = 70) int size, @ForAll int seed) {
        byte[][] leaves = leaves(size, seed);
        byte[] root = Merkle.root(leaves);

        for (int i = 0; i < size; i++) {
            var steps = Merkle.proof(leaves, i);
            for (int j = 0; j < size; j++) {
                assertThat(Arrays.equals(Merkle.rootFrom(leaves[j], steps), root)).isEqualTo(i == j);
            }
        }
    }

    @Property(tries = 60)
    void aLeafThatIsNotThereOrAChangedStepProvesNothing(@ForAll @IntRange(min = 2, max = 70) int size,
            @ForAll int seed) {
        byte[][] leaves = leaves(size, seed);
        byte[] root = Merkle.root(leaves);
        int index = Math.floorMod(seed, size);
        var steps = Merkle.proof(leaves, index);

        assertThat(Merkle.rootFrom(Sha256.of("stranger"), steps)).isNotEqualTo(root);
        for (int i = 0; i < steps.size(); i++) {
            var changed = new ArrayList<>(steps);
            changed.set(i, new Proof.Step(!steps.get(i).left(), steps.get(i).hash()));
            assertThat(Merkle.rootFrom(leaves[index], changed)).isNotEqualTo(root);
        }
        assertThat(Merkle.rootFrom(leaves[index], steps.subList(1, steps.size()))).isNotEqualTo(root);
    }

    private static byte[][] leaves(int size, int seed) {
        var leaves = new byte[size][];
        for (int i = 0; i < size; i++) {
            leaves[i] = Sha256.of(seed + " " + i);
        }
        return leaves;
    }
}
