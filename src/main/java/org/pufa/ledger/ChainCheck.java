package org.pufa.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pufa.kernel.Sha256;

/** Follows chains block by block, one chain after the other, and tells where one does not hold. */
final class ChainCheck {

    private static final byte[] NO_PARENT = new byte[Sha256.LENGTH];

    private final Findings findings;
    private final List<ChainHead> heads = new ArrayList<>();
    private long blocks;
    private Block last;

    ChainCheck(Findings findings) {
        this.findings = findings;
    }

    void next(Block block) {
        if (last != null && !last.chain().equals(block.chain())) {
            endOfChain();
        }
        checkPlace(block);
        checkContent(block);
        blocks++;
        last = block;
    }

    private void checkPlace(Block block) {
        int expected = last == null ? 1 : last.height() + 1;
        if (block.height() != expected) {
            report("gap", block, expected);
        } else if (!Arrays.equals(block.parent(), last == null ? NO_PARENT : last.hash())) {
            report("parent", block);
        }
        if (last != null && block.sealedAt().isBefore(last.sealedAt())) {
            report("time", block);
        }
    }

    private void checkContent(Block block) {
        byte[][] leaves = block.commitments();
        if (leaves.length == 0 || block.leaves().length % Sha256.LENGTH != 0) {
            report("leaves", block);
            return;
        }
        for (int i = 1; i < leaves.length; i++) {
            if (Arrays.compareUnsigned(leaves[i - 1], leaves[i]) > 0) {
                report("leaves", block);
                break;
            }
        }
        if (!Arrays.equals(block.root(), Merkle.root(leaves))) {
            report("root", block);
        }
        byte[] hash = Block.hash(block.chain(), block.height(), block.parent(), block.root(), leaves.length,
                block.sealedAt());
        // A fraction of a second is not in the hash, so it must not be there at all.
        if (block.sealedAt().getNano() != 0 || !Arrays.equals(block.hash(), hash)) {
            report("hash", block);
        }
    }

    private void report(String what, Block block, Object... more) {
        var args = new ArrayList<Object>(List.of(block.chain().name(), block.height()));
        args.addAll(List.of(more));
        findings.add("block." + what, args.toArray());
    }

    private void endOfChain() {
        heads.add(ChainHead.of(last));
        last = null;
    }

    long blocks() {
        return blocks;
    }

    /** The last block of each chain that was followed. */
    List<ChainHead> heads() {
        if (last != null) {
            endOfChain();
        }
        return List.copyOf(heads);
    }
}
