package org.pufa.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pufa.kernel.Sha256;

/**
 * The hash tree over the commitments of a block, built as RFC 6962 §2.1 builds it: a leaf is hashed with a leading 0
 * byte, a node with a leading 1 byte, and the left subtree holds the largest power of two of leaves that is less than
 * all.
 */
final class Merkle {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Merkle() {
    }

    static byte[] root(byte[][] leaves) {
        if (leaves.length == 0) {
            throw new IllegalArgumentException("a block is never empty");
        }
        // Level by level gives the tree of the RFC: an odd node at the end rises unchanged.
        var level = new byte[leaves.length][];
        for (int i = 0; i < leaves.length; i++) {
            level[i] = Sha256.of(LEAF, leaves[i]);
        }
        int width = level.length;
        while (width > 1) {
            int above = 0;
            for (int i = 0; i + 1 < width; i += 2) {
                level[above++] = Sha256.of(NODE, level[i], level[i + 1]);
            }
            if (width % 2 == 1) {
                level[above++] = level[width - 1];
            }
            width = above;
        }
        return level[0];
    }

    /** The steps that lead from the leaf at {@code index} to the root. */
    static List<Proof.Step> proof(byte[][] leaves, int index) {
        if (leaves.length == 1) {
            return List.of();
        }
        int split = Integer.highestOneBit(leaves.length - 1);
        var left = Arrays.copyOfRange(leaves, 0, split);
        var right = Arrays.copyOfRange(leaves, split, leaves.length);
        boolean inLeft = index < split;
        var steps = new ArrayList<Proof.Step>(inLeft ? proof(left, index) : proof(right, index - split));
        steps.add(inLeft ? new Proof.Step(false, root(right)) : new Proof.Step(true, root(left)));
        return steps;
    }

    /** The root that {@code leaf} and the steps lead to; equal to the block's root when the leaf is in the block. */
    static byte[] rootFrom(byte[] leaf, List<Proof.Step> steps) {
        byte[] hash = Sha256.of(LEAF, leaf);
        for (Proof.Step step : steps) {
            hash = step.left() ? Sha256.of(NODE, step.hash(), hash) : Sha256.of(NODE, hash, step.hash());
        }
        return hash;
    }
}
