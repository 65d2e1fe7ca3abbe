package org.pufa.ledger;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * What two exported logs of a campaign say of each other: whether the older is, chain by chain, the beginning of the
 * newer one. Nothing that was sealed in the older one can then have been changed or taken out since.
 *
 * @param newBlocks blocks that only the newer log has
 * @param newCommitments commitments in them
 * @param findings where either log does not hold in itself, and where they part; empty when all is well
 */
public record LogDiff(long newBlocks, long newCommitments, List<Finding> findings) {

    public LogDiff {
        findings = List.copyOf(findings);
    }

    public static LogDiff of(ParsedLog older, ParsedLog newer) {
        var findings = new Findings();
        checkAlone("older", older, findings);
        checkAlone("newer", newer, findings);
        if (!older.chains().isEmpty() && !newer.chains().isEmpty() && campaign(older) != campaign(newer)) {
            findings.add("diff.campaigns", Long.toString(campaign(older)), Long.toString(campaign(newer)));
            return new LogDiff(0, 0, findings.list());
        }
        older.chains().forEach((chain, blocks) ->
                compare(blocks, newer.chains().getOrDefault(chain, List.of()), chain, findings));
        long blocks = blocks(newer) - blocks(older);
        return new LogDiff(blocks, newer.commitments() - older.commitments(), findings.list());
    }

    /** Whether both hold and the older is the beginning of the newer. */
    public boolean isPrefix() {
        return findings.isEmpty();
    }

    private static void checkAlone(String which, ParsedLog log, Findings findings) {
        var own = new Findings();
        var check = new ChainCheck(own);
        log.chains().values().forEach(blocks -> blocks.forEach(check::next));
        if (!own.list().isEmpty()) {
            findings.add("diff." + which, own.list().size());
            own.list().forEach(findings::add);
        }
    }

    private static void compare(List<Block> older, List<Block> newer, Block.Chain chain, Findings findings) {
        for (int i = 0; i < older.size(); i++) {
            if (i == newer.size()) {
                findings.add("diff.shorter", chain.name(), older.size(), newer.size());
                return;
            }
            if (!same(older.get(i), newer.get(i))) {
                findings.add("diff.parts", chain.name(), older.get(i).height(), hex(older.get(i)),
                        hex(newer.get(i)));
                return;
            }
        }
    }

    private static boolean same(Block a, Block b) {
        return a.height() == b.height() && Arrays.equals(a.hash(), b.hash());
    }

    private static String hex(Block block) {
        return HexFormat.of().formatHex(block.hash());
    }

    private static long campaign(ParsedLog log) {
        return log.chains().firstKey().campaign().value();
    }

    private static long blocks(ParsedLog log) {
        return log.chains().values().stream().mapToLong(List::size).sum();
    }
}
