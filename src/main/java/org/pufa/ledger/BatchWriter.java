package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.security.SecureRandom;
import java.time.Clock;
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
     * The whole transaction in one statement. Fails, with nothing written, when any submission is not new, or when
     * another writer has appended to the chain.
     *
     * @param onlyNote whether the counts need not be added to the tallies yet
     */
    Future<Written> writeNew(SqlConnection connection, Block.Chain chain, Block.Head head, List<Submission> batch,
            boolean onlyNote) {
        var rows = new BatchRows(NewEntry.all(batch, random));
        Block block = rows.block(head, chain, clock.instant());
        return BatchSql.writeNew(connection, rows, rows.sheetsApart(random), block, onlyNote)
                .map(written -> new Written(accepted(batch), block.head()));
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
                    var placing = new Placing(connection, chain.lane(), head.height() + 1, NewEntry.all(batch, random));
                    return placing.settle().compose(settled -> seal(connection, chain, head, placing.accepted()))
                            .map(newHead -> new Written(placing.outcomes(), newHead));
                })
                .compose(written -> ChainSql.commit(connection).map(written))
                .recover(failure -> ChainSql.rollback(connection)
                        .transform(rolledBack -> Future.failedFuture(failure)));
    }

    private Future<Block.Head> seal(SqlConnection connection, Block.Chain chain, Block.Head head,
            List<NewEntry> accepted) {
        if (accepted.isEmpty()) {
            return Future.succeededFuture(head);
        }
        var rows = new BatchRows(accepted);
        Block block = rows.block(head, chain, clock.instant());
        return BatchSql.writeRest(connection, rows, rows.sheetsApart(random), block).map(block.head());
    }
}
