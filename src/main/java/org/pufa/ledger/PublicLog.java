package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pufa.db.Tx;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.ReceiptCode;

/** Shows the chains of a campaign to everyone. Its order is by log, then lane, then height. */
public final class PublicLog {

    /** Most blocks of one page. */
    public static final int LARGEST_PAGE = 500;

    private static final String BLOCKS =
            "select " + BlockRows.COLUMNS + " from block where campaign_id = $1 ";
    private static final String PAGE = BLOCKS + """
            and (log, lane, height) >= ($2::smallint, $3::smallint, $4::int) order by log, lane, height limit $5""";
    private static final String ALL = BLOCKS + "order by log, lane, height";
    private static final String HEADS =
            BLOCKS.replace("select ", "select distinct on (log, lane) ") + "order by log, lane, height desc";
    private static final String ONE = BLOCKS + "and log = $2 and lane = $3 and height = $4";
    private static final String HEAD = BLOCKS + "and log = $2 and lane = $3 order by height desc limit 1";
    private static final String ENTRY = """
            select e.participant, e.slot, e.attempt, e.channel, e.accepted_at, e.lane, e.height, b.linked,
                   e.body, e.score, e.nonce
              from entry e join book b on b.campaign_id = e.campaign_id
             where e.campaign_id = $1 and e.attempt = $2""";

    /**
     * Some blocks in order.
     *
     * @param next where the page after this one starts; nothing when this is the last
     */
    public record Page(List<Block> blocks, Optional<Position> next) {

        public Page {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * The blocks from a position on. A reader who follows {@link Page#next} meets every block once that was there when
     * they began; one who asks for the height after the last they know of a chain gets only what is new in it.
     *
     * @param count at most {@link #LARGEST_PAGE}; a larger number gives as many as that
     */
    public Future<Page> blocks(Tx tx, CampaignId campaign, Position from, int count) {
        int size = Math.max(1, Math.min(count, LARGEST_PAGE));
        return tx.list(PAGE, row -> BlockRows.block(campaign, row), campaign.value(), (short) from.log(),
                (short) from.lane(), from.height(), size + 1).map(found -> found.size() <= size
                        ? new Page(found, Optional.empty())
                        : new Page(found.subList(0, size), Optional.of(Position.of(found.get(size)))));
    }

    /** The last block of each chain. */
    public Future<List<ChainHead>> heads(Tx tx, CampaignId campaign) {
        return tx.list(HEADS, row -> ChainHead.of(BlockRows.block(campaign, row)), campaign.value());
    }

    /** The last block of each chain, with its time. */
    public Future<List<Block>> lastBlocks(Tx tx, CampaignId campaign) {
        return tx.list(HEADS, row -> BlockRows.block(campaign, row), campaign.value());
    }

    /**
     * The whole log, one line for each block without its line end; see {@link LogLine}. Needs a snapshot. The same
     * state of the log always gives the same lines.
     */
    public Future<Void> export(Tx tx, CampaignId campaign, Consumer<String> lines) {
        return tx.stream(ALL, row -> lines.accept(LogLine.write(BlockRows.block(campaign, row))), campaign.value());
    }

    /**
     * The proof that the entry behind a receipt is in the log, from the entry as it stands in the database now. Nothing
     * when there is no such entry, and nothing when it is not what its block seals, which {@link Verifier} explains.
     */
    public Future<Optional<Proof>> proof(Tx tx, CampaignId campaign, ReceiptCode receipt) {
        return tx.one(ENTRY, row -> new Located(campaign, row), campaign.value(), receipt.value())
                .compose(found -> found.isEmpty() || found.get().commitment == null
                        ? Future.succeededFuture(Optional.empty()) : proof(tx, found.get()));
    }

    private Future<Optional<Proof>> proof(Tx tx, Located entry) {
        CampaignId campaign = entry.chain.campaign();
        return tx.one(ONE, row -> BlockRows.block(campaign, row), campaign.value(), (short) entry.chain.log(),
                (short) entry.chain.lane(), entry.height).compose(block -> tx.one(HEAD,
                        row -> ChainHead.of(BlockRows.block(campaign, row)), campaign.value(),
                        (short) entry.chain.log(), (short) entry.chain.lane())
                        .map(head -> block.flatMap(b -> proof(b, entry.commitment, head.orElseThrow()))));
    }

    /** A block as {@link #export} writes it, without the line end. */
    public static String line(Block block) {
        return LogLine.write(block);
    }

    private static Optional<Proof> proof(Block block, byte[] commitment, ChainHead head) {
        byte[][] leaves = block.commitments();
        for (int i = 0; i < leaves.length; i++) {
            if (Arrays.equals(leaves[i], commitment)) {
                return Optional.of(Proof.of(block, i, head));
            }
        }
        return Optional.empty();
    }

    /** Where an entry says it is, and its commitment; null where a part of it is missing. */
    private static final class Located {

        private final Block.Chain chain;
        private final int height;
        private final byte[] commitment;

        Located(CampaignId campaign, Row row) {
            var entry = new StoredRow(row);
            boolean linked = row.getBoolean("linked");
            chain = new Block.Chain(campaign, Block.Chain.ENTRIES, row.getInteger("lane"));
            height = row.getInteger("height");
            commitment = linked && !entry.hasSheet() ? null : entry.entryCommitment(campaign, linked);
        }
    }
}
