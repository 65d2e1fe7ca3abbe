package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.pufa.db.Tx;
import org.pufa.kernel.CampaignId;

/** The statements that mix and seal sheets which are not linked to entries. */
final class SheetSql {

    private static final String CAMPAIGNS_THAT_WAIT = """
            select campaign_id from book b where not linked and exists
              (select 1 from sheet s where s.campaign_id = b.campaign_id and (s.hour is not null or s.height = 0))
            order by campaign_id""";
    private static final String LOCK = "select pg_try_advisory_xact_lock((7074::bigint << 40) + $1)";
    private static final String WAITING = """
            select count(*) filter (where hour < $2), count(*) from sheet
             where campaign_id = $1 and (hour is not null or height = 0) and (hour < $2 or height = 0)""";
    /** The numbers of sheets are drawn by lot, so their order is a shuffle. */
    private static final String MIX = """
            with taken as (
              delete from sheet where campaign_id = $1 and (hour is not null or height = 0)
                and (hour < $2 or height = 0)
              returning number, body, score, nonce, words)
            insert into sheet (campaign_id, number, body, score, nonce, words, hour, height)
            select $1, number, body, score, nonce, words, null, 0 from taken order by number""";
    private static final String NEXT = """
            select number, body, score, nonce from sheet where campaign_id = $1 and height = 0
            order by number limit $2""";
    private static final String SEAL = """
            update sheet set height = $2 where campaign_id = $1 and height = 0 and number = any($3)""";
    private static final String HEAD = """
            select height, hash, sealed_at from block where campaign_id = $1 and log = 1 and lane = 0
            order by height desc limit 1""";
    private static final String APPEND = """
            insert into block (campaign_id, log, lane, height, parent, root, count, leaves, sealed_at, hash)
            values ($1, 1, 0, $2, $3, $4, $5, $6, $7, $8)""";
    private static final String HOLD_BOOK = "select pg_advisory_xact_lock(book_lock($1))::text";
    private static final String REWRITE_TALLIES = "update tally set n = n where campaign_id = $1";

    /**
     * Sheets without a block.
     *
     * @param fresh those that still lie in the order in which they came
     * @param all those and the ones that were mixed before
     */
    record Waiting(long fresh, long all) {
    }

    private record Drawn(long number, byte[] commitment) {

        private static Drawn of(Row row) {
            return new Drawn(row.getLong("number"), new StoredRow(row).sheetCommitment());
        }
    }

    Future<List<CampaignId>> campaignsThatWait(Tx tx) {
        return tx.list(CAMPAIGNS_THAT_WAIT, row -> new CampaignId(row.getLong(0)));
    }

    /** Whether nobody else is at it; held until the transaction ends, which may then take its time. */
    Future<Boolean> lock(Tx tx, CampaignId campaign) {
        return tx.update("set local statement_timeout = 0")
                .compose(unlimited -> tx.get(LOCK, row -> row.getBoolean(0), campaign.value()));
    }

    /** @param before fresh sheets of this hour and later ones do not count yet */
    Future<Waiting> waiting(Tx tx, CampaignId campaign, Instant before) {
        return tx.get(WAITING, row -> new Waiting(row.getLong(0), row.getLong(1)), campaign.value(), time(before));
    }

    /** Writes all that wait anew: then they have their transaction and their place in common, and no time. */
    Future<Void> mix(Tx tx, CampaignId campaign, Instant before) {
        return tx.update(MIX, campaign.value(), time(before)).mapEmpty();
    }

    /** Seals {@code count} of those that are mixed, drawn by lot. */
    Future<Void> sealNext(Tx tx, Book book, Instant now, int count) {
        CampaignId campaign = book.campaign();
        return tx.list(NEXT, Drawn::of, campaign.value(), count).compose(drawn -> head(tx, campaign).compose(head -> {
            Block block = Block.after(head, new Block.Chain(campaign, Block.Chain.SHEETS, 0),
                    drawn.stream().map(Drawn::commitment).toList(), book.keptTime(now));
            var numbers = drawn.stream().map(Drawn::number).toArray(Long[]::new);
            return append(tx, block)
                    .compose(appended -> tx.update(SEAL, campaign.value(), block.height(), numbers)).mapEmpty();
        }));
    }

    private Future<Block.Head> head(Tx tx, CampaignId campaign) {
        return tx.one(HEAD, row -> new Block.Head(row.getInteger(0), row.getBuffer(1).getBytes(),
                row.getOffsetDateTime(2).toInstant()), campaign.value()).map(head -> head.orElse(Block.Head.NONE));
    }

    private Future<Void> append(Tx tx, Block block) {
        return tx.update(APPEND, block.chain().campaign().value(), block.height(), Buffer.buffer(block.parent()),
                Buffer.buffer(block.root()), block.count(), Buffer.buffer(block.leaves()), time(block.sealedAt()),
                Buffer.buffer(block.hash())).mapEmpty();
    }

    /** Gives all tallies of a campaign the same last writer; batches wait meanwhile, a few milliseconds. */
    Future<Void> rewriteTallies(Tx tx, CampaignId campaign) {
        return tx.one(HOLD_BOOK, row -> row, campaign.value())
                .compose(held -> tx.update(REWRITE_TALLIES, campaign.value())).mapEmpty();
    }

    /** Frees the room of the rows that were replaced; what lay in it may stay readable on the disk until reused. */
    Future<Void> sweep(Tx tx) {
        return tx.update("vacuum (truncate false) sheet").compose(swept -> tx.update("vacuum (truncate false) tally"))
                .mapEmpty();
    }

    private static OffsetDateTime time(Instant time) {
        return time == Instant.MAX ? OffsetDateTime.MAX : EntrySql.utc(time);
    }
}
