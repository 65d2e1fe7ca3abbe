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

    /** A batch of which all are taken to be new, with the block that seals it. */
    record Ready(List<Submission> batch, BatchRows rows, List<Sheet> sheetsApart, Block block) {

        /** The end of the chain once it is written. */
        Block.Head head() {
            return block.head();
        }

        /** What became of the batch, in its order, once it is written. */
        List<Outcome> accepted() {
            return batch.stream().<Outcome>map(one -> new Outcome.Accepted(one.attempt())).toList();
        }

        /**
         * The whole transaction in one statement. Fails, with nothing written, when any submission is not new, when
         * the block before this one is not there, or when another writer has appended to the chain.
         *
         * @param onlyNote whether the counts need not be added to the tallies yet
         */
        Future<Void> write(SqlConnection connection, boolean onlyNote) {
            return BatchSql.writeNew(connection, rows, sheetsApart, block, onlyNote);
        }
    }

    Ready prepare(Block.Chain chain, Block.Head head, List<Submission> batch) {
        var rows = new BatchRows(NewEntry.all(batch, random));
        return new Ready(batch, rows, rows.sheetsApart(random), rows.block(head, chain, clock.instant()));
    }

    /**
     * Step by step: inserts what is new, moves what found its slot taken to a free one where its limit has one, and
     * tells each of the others what stands in its place. Queues up behind other writers of the chain, so that it is
     * never overtaken.
     */
    Future<List<Outcome>> writeMixed(SqlConnection connection, Block.Chain chain, List<Submission> batch) {
        return ChainSql.beginAppending(connection, chain)
                .compose(head -> {
                    var placing = new Placing(connection, chain.lane(), head.height() + 1, NewEntry.all(batch, random));
                    return placing.settle().compose(settled -> seal(connection, chain, head, placing.accepted()))
                            .map(sealed -> placing.outcomes());
                })
                .compose(outcomes -> ChainSql.commit(connection).map(outcomes))
                .recover(failure -> ChainSql.rollback(connection)
                        .transform(rolledBack -> Future.failedFuture(failure)));
    }

    private Future<Void> seal(SqlConnection connection, Block.Chain chain, Block.Head head,
            List<NewEntry> accepted) {
        if (accepted.isEmpty()) {
            return Future.succeededFuture();
        }
        var rows = new BatchRows(accepted);
        Block block = rows.block(head, chain, clock.instant());
        return BatchSql.writeRest(connection, rows, rows.sheetsApart(random), block);
    }
}
