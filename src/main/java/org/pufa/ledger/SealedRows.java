package org.pufa.ledger;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The rows that say they are in one block, against what the block seals. */
final class SealedRows {

    private final Block block;
    private final Map<Leaf, Integer> leaves = new HashMap<>();
    private int rows;

    /** A commitment as a key; its bytes are evenly spread as they are. */
    private record Leaf(byte[] commitment) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Leaf leaf && Arrays.equals(commitment, leaf.commitment);
        }

        @Override
        public int hashCode() {
            return commitment[0] << 24 ^ commitment[1] << 16 ^ commitment[2] << 8 ^ commitment[3];
        }
    }

    SealedRows(Block block) {
        this.block = block;
        for (byte[] leaf : block.commitments()) {
            leaves.merge(new Leaf(leaf), 1, Integer::sum);
        }
    }

    boolean areIn(int lane, int height) {
        return block.chain().lane() == lane && block.height() == height;
    }

    /** Counts a row that cannot be compared, because a part of it is gone. */
    void broken() {
        rows++;
    }

    /** Whether the block seals a row with this commitment; each of its leaves stands for one row. */
    boolean claim(byte[] commitment) {
        rows++;
        var leaf = new Leaf(commitment);
        boolean sealed = leaves.containsKey(leaf);
        leaves.computeIfPresent(leaf, (same, n) -> n == 1 ? null : n - 1);
        return sealed;
    }

    /** Reports how many rows the block seals beyond those that are there. */
    void reportMissing(Findings findings) {
        if (rows < block.count()) {
            findings.add("block.missing", block.chain().name(), block.height(), block.count() - rows, block.count());
        }
    }
}
