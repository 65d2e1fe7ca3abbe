package org.pufa.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Sha256;

/** Makes chains for tests, without a database. */
final class Chains {

    static final CampaignId CAMPAIGN = new CampaignId(7);

    private Chains() {
    }

    /** A chain of so many blocks; the same {@code flavour} always gives the same ones. */
    static List<Block> chain(int log, int lane, int blocks, String flavour) {
        return continued(List.of(), new Block.Chain(CAMPAIGN, log, lane), blocks, flavour);
    }

    /** The chain with more blocks behind it. */
    static List<Block> continued(List<Block> start, Block.Chain chain, int blocks, String flavour) {
        var all = new ArrayList<>(start);
        for (int i = 0; i < blocks; i++) {
            var head = all.isEmpty() ? Block.Head.NONE : all.get(all.size() - 1).head();
            var leaves = new ArrayList<byte[]>();
            for (int n = 0; n <= i % 3; n++) {
                leaves.add(Sha256.of(flavour + chain.name() + all.size() + "/" + n));
            }
            all.add(Block.after(head, chain, leaves, Instant.parse("2026-11-23T02:00:00Z").plusSeconds(all.size())));
        }
        return all;
    }

    @SafeVarargs
    static ParsedLog log(List<Block>... chains) {
        var log = new TreeMap<Block.Chain, List<Block>>();
        for (List<Block> chain : chains) {
            if (!chain.isEmpty()) {
                log.put(chain.get(0).chain(), chain);
            }
        }
        return new ParsedLog(log);
    }

    static String text(ParsedLog log) {
        return log.chains().values().stream().flatMap(List::stream).map(block -> LogLine.write(block) + "\n")
                .collect(Collectors.joining());
    }

    static ParsedLog read(String text) {
        try {
            return ParsedLog.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
