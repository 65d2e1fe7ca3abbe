package org.pufa.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Sha256;

class LogDiffTest {

    private static final Block.Chain LANE_0 = new Block.Chain(Chains.CAMPAIGN, 0, 0);
    private static final List<Block> OLD = Chains.chain(0, 0, 5, "a");

    @Property(tries = 100)
    void everyBeginningIsAPrefixAndSaysWhatIsNew(@ForAll @IntRange(max = 12) int known,
            @ForAll @IntRange(max = 12) int later) {
        var old = Chains.chain(0, 0, known, "a");
        var grown = Chains.continued(old, LANE_0, later, "b");

        var diff = LogDiff.of(Chains.log(old), Chains.log(grown, Chains.chain(1, 0, 2, "c")));

        assertThat(diff.findings()).isEmpty();
        assertThat(diff.newBlocks()).isEqualTo(later + 2);
        assertThat(diff.newCommitments()).isEqualTo(
                grown.stream().skip(known).mapToLong(Block::count).sum() + 3);
    }

    @Test
    void theFirstBlockThatDiffersIsNamed() {
        var common = OLD.subList(0, 2);
        var other = Chains.continued(common, LANE_0, 4, "rewritten");

        var diff = LogDiff.of(Chains.log(OLD), Chains.log(other));

        assertThat(diff.isPrefix()).isFalse();
        assertThat(diff.findings()).containsExactly(Finding.of("diff.parts", "0.0", 3, hex(OLD.get(2).hash()),
                hex(other.get(2).hash())));
    }

    @Test
    void aChainThatLostItsEndOrIsGoneIsNamed() {
        var other = Chains.chain(0, 1, 3, "a");

        var diff = LogDiff.of(Chains.log(OLD, other), Chains.log(OLD.subList(0, 4)));

        assertThat(diff.findings()).containsExactly(Finding.of("diff.shorter", "0.0", 5, 4),
                Finding.of("diff.shorter", "0.1", 3, 0));
    }

    @Test
    void aLogThatDoesNotHoldInItselfIsNoProof() {
        var broken = new ArrayList<>(OLD);
        Block third = OLD.get(2);
        byte[] leaves = third.leaves().clone();
        leaves[40] ^= 1;
        broken.set(2, new Block(LANE_0, 3, third.parent(), third.root(), leaves, third.sealedAt(), third.hash()));

        assertThat(LogDiff.of(Chains.log(OLD), Chains.log(broken)).findings())
                .containsExactly(Finding.of("diff.newer", 1), Finding.of("block.root", "0.0", 3));
        assertThat(LogDiff.of(Chains.log(broken), Chains.log(OLD)).findings())
                .containsExactly(Finding.of("diff.older", 1), Finding.of("block.root", "0.0", 3));
    }

    @Test
    void logsOfTwoCampaignsAreNotCompared() {
        var other = Chains.continued(List.of(), new Block.Chain(new CampaignId(8), 0, 0), 2, "a");

        assertThat(LogDiff.of(Chains.log(OLD), Chains.log(other)).findings())
                .containsExactly(Finding.of("diff.campaigns", "7", "8"));
    }

    @Test
    void everyFaultOfAChainIsNamed() {
        assertFaults(without(2), Finding.of("block.gap", "0.0", 4, 3));
        assertFaults(with(parent(OLD.get(2))), Finding.of("block.parent", "0.0", 3),
                Finding.of("block.parent", "0.0", 4));
        assertFaults(with(earlier(OLD.get(4))), Finding.of("block.time", "0.0", 5));
        assertFaults(with(unsorted(OLD.get(2))), Finding.of("block.leaves", "0.0", 3),
                Finding.of("block.parent", "0.0", 4));
        assertFaults(with(hash(OLD.get(4))), Finding.of("block.hash", "0.0", 5));
        assertFaults(with(fraction(OLD.get(4))), Finding.of("block.hash", "0.0", 5));
    }

    private static void assertFaults(List<Block> blocks, Finding... expected) {
        var findings = new Findings();
        var check = new ChainCheck(findings);
        blocks.forEach(check::next);

        assertThat(findings.list()).containsExactly(expected);
    }

    private static List<Block> without(int index) {
        var blocks = new ArrayList<>(OLD);
        blocks.remove(index);
        return blocks;
    }

    private static List<Block> with(Block block) {
        var blocks = new ArrayList<>(OLD);
        blocks.set(block.height() - 1, block);
        return blocks;
    }

    private static Block parent(Block block) {
        return sealed(block, Sha256.of("elsewhere"), block.root(), block.leaves(), block.sealedAt());
    }

    private static Block earlier(Block block) {
        return sealed(block, block.parent(), block.root(), block.leaves(), block.sealedAt().minusSeconds(60));
    }

    private static Block unsorted(Block block) {
        byte[][] leaves = block.commitments();
        byte[][] turned = {leaves[2], leaves[1], leaves[0]};
        byte[] bytes = ByteBuffer.allocate(96).put(turned[0]).put(turned[1]).put(turned[2]).array();
        return sealed(block, block.parent(), Merkle.root(turned), bytes, block.sealedAt());
    }

    private static Block hash(Block block) {
        return new Block(LANE_0, block.height(), block.parent(), block.root(), block.leaves(), block.sealedAt(),
                Sha256.of("other"));
    }

    private static Block fraction(Block block) {
        return new Block(LANE_0, block.height(), block.parent(), block.root(), block.leaves(),
                block.sealedAt().plusMillis(500), block.hash());
    }

    private static Block sealed(Block block, byte[] parent, byte[] root, byte[] leaves, Instant sealedAt) {
        return new Block(LANE_0, block.height(), parent, root, leaves, sealedAt,
                Block.hash(LANE_0, block.height(), parent, root, leaves.length / 32, sealedAt));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
