package org.pufa.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * That one entry is in the public log: the way from its commitment to the root of its block, and the block's own parts.
 *
 * @param leaf commitment of the entry
 * @param steps from the leaf upwards
 * @param head the last block of the chain when the proof was made; the log leads from the block to it
 */
public record Proof(Block.Chain chain, int height, byte[] parent, int count, Instant sealedAt, byte[] leaf,
        List<Step> steps, byte[] root, byte[] blockHash, ChainHead head) {

    /**
     * @param left whether the hash stands to the left of the path
     * @param hash of the subtree beside the path
     */
    public record Step(boolean left, byte[] hash) {
    }

    public Proof {
        steps = List.copyOf(steps);
    }

    /** The proof that the commitment at {@code index} of the block is in it. */
    static Proof of(Block block, int index, ChainHead head) {
        byte[][] leaves = block.commitments();
        return new Proof(block.chain(), block.height(), block.parent(), block.count(), block.sealedAt(),
                leaves[index], Merkle.proof(leaves, index), block.root(), block.hash(), head);
    }

    /**
     * Whether the leaf leads to the root and the root to the block's hash. That the block is the one in the log is for
     * the reader to see: the log must hold this hash at this height of this chain.
     */
    public boolean holds() {
        return Arrays.equals(root, Merkle.rootFrom(leaf, steps))
                && Arrays.equals(blockHash, Block.hash(chain, height, parent, root, count, sealedAt));
    }
}
