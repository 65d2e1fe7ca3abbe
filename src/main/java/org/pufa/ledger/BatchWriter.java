package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one batch of one campaign in one transaction: entries, sheets, tallies and the block that seals them. First
 * in one go, as if all were new; where one is not, again step by step.
 */
final class BatchWriter {

    private final SecureRandom random;
    private final Clock clock;

    BatchWriter(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** What became of the batch, in its order, and the head of the chain behind it. */
    record Written(List<Outcome> outcomes, Block.Head head) {
    }

    /**
     * The whole transaction without waiting in between. Fails, with nothing written, when any submission is not new, or
     * when another writer has appended to the chain.
     */
    Future<Written> writeNew(SqlConnection connection, Block.Chain chain, Block.Head head, List<Submission> batch) {
        // Whatever can fail on this side fails here, before the transaction begins.
        var rows = new BatchRows(batch, random);
        Block block = rows.block(head, chain, clock.instant());
        var begun = ChainSql.begin(connection);
        var entries = EntrySql.insertEntries(connection, chain.lane(), block.height(), batch);
        var rest = writeRest(connection, block, rows);
        // PostgreSQL turns the commit of a failed transaction into a rollback, so every part is asked, not only this.
        var committed = ChainSql.commit(connection);
        return Future.join(List.of(begun, entries, rest, committed)).recover(failure -> Future.failedFuture(
                        firstFailure(List.of(begun, entries, rest, committed))))
                .map(all -> new Written(accepted(batch), block.head()));
    }

    private Future<Void> writeRest(SqlConnection connection, Block block, BatchRows rows) {
        Book book = rows.book();
        var parts = new ArrayList<Future<?>>();
        parts.add(EntrySql.insertSheets(connection, book.campaign(), rows.sheetHour(), rows.sheetsToWrite(random)));
        if (!book.limit().isOnce()) {
            parts.add(EntrySql.countNewParticipants(connection, block.chain(), rows.participants()));
        }
        parts.add(EntrySql.addToTallies(connection, block.chain(), rows.sums()));
        parts.add(ChainSql.append(connection, block));
        return Future.join(parts).<Void>mapEmpty().recover(failure -> Future.failedFuture(firstFailure(parts)));
    }

    /** The first that failed tells why; those behind it only say that the transaction was already lost. */
    private static Throwable firstFailure(List<? extends Future<?>> parts) {
        return parts.stream().filter(Future::failed).findFirst().orElseThrow().cause();
    }

    private static List<Outcome> accepted(List<Submission> batch) {
        return batch.stream().<Outcome>map(one -> new Outcome.Accepted(one.attempt())).toList();
    }

    /**
     * Step by step: inserts what is new, moves what found its slot taken to a free one where its limit has one, and
     * tells each of the others what stands in its place. Queues up behind other writers of the chain, so that it is
     * never overtaken.
     */
    Future<Written> writeMixed(SqlConnection connection, Block.Chain chain, List<Submission> batch) {
        return ChainSql.beginAppending(connection, chain)
                .compose(head -> {
                    var placing = new Placing(connection, chain.lane(), head.height() + 1, batch);
                    return placing.settle().compose(settled -> seal(connection, chain, head, placing.accepted()))
                            .map(newHead -> new Written(placing.outcomes(), newHead));
                })
                .compose(written -> ChainSql.commit(connection).map(written))
                .recover(failure -> ChainSql.rollback(connection)
                        .transform(rolledBack -> Future.failedFuture(failure)));
    }

    private Future<Block.Head> seal(SqlConnection connection, Block.Chain chain, Block.Head head,
            List<Submission> accepted) {
        if (accepted.isEmpty()) {
            return Future.succeededFuture(head);
        }
        var rows = new BatchRows(accepted, random);
        Block block = rows.block(head, chain, clock.instant());
        return writeRest(connection, block, rows).map(block.head());
    }
}
