package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to a batch that could not be written in one go: everyone in it gets the answer that is theirs. */
final class Salvage {

    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);
    /** How often a batch is tried when PostgreSQL asks to try again. */
    private static final int TRIES = 5;

    private final BatchWriter writer;
    private final Block.Chain chain;

    Salvage(BatchWriter writer, Block.Chain chain) {
        this.writer = writer;
        this.chain = chain;
    }

    /**
     * Writes what can be written of a batch and answers everyone in it. Fails only when the connection is of no more
     * use; then those without an answer must come again.
     *
     * @param failure what became of it in one go
     */
    Future<Void> settle(SqlConnection connection, List<Waiting> batch, Throwable failure) {
        return finish(connection, batch, WriteFailure.isUnchained(failure) ? writeOnce(connection, batch, TRIES)
                : writeAgain(connection, batch, failure, TRIES));
    }

    private Future<Void> write(SqlConnection connection, List<Waiting> batch) {
        return finish(connection, batch, writeOnce(connection, batch, TRIES));
    }

    private Future<Void> finish(SqlConnection connection, List<Waiting> batch, Future<List<Outcome>> written) {
        return written.compose(outcomes -> {
            Waiting.answer(batch, outcomes);
            return Future.<Void>succeededFuture();
        }, failure -> WriteFailure.isOfASubmission(failure)
                ? isolate(connection, batch, failure) : Future.failedFuture(failure));
    }

    private Future<List<Outcome>> writeOnce(SqlConnection connection, List<Waiting> batch, int tries) {
        return ChainSql.head(connection, chain)
                .compose(head -> {
                    var ready = writer.prepare(chain, head, Waiting.submissions(batch));
                    return ready.write(connection, false).map(ready.accepted());
                })
                .recover(failure -> writeAgain(connection, batch, failure, tries));
    }

    private Future<List<Outcome>> writeAgain(SqlConnection connection, List<Waiting> batch, Throwable failure,
            int tries) {
        Future<List<Outcome>> mixed = WriteFailure.isOvertaken(failure)
                ? writer.writeMixed(connection, chain, Waiting.submissions(batch)) : Future.failedFuture(failure);
        return mixed.recover(again -> tries > 1 && WriteFailure.isWorthRetrying(again)
                ? writeOnce(connection, batch, tries - 1) : Future.failedFuture(again));
    }

    /** One bad submission fails the transaction of all: halves the batch until the bad one is alone. */
    private Future<Void> isolate(SqlConnection connection, List<Waiting> batch, Throwable failure) {
        if (batch.size() == 1) {
            answerAlone(batch.get(0), failure);
            return Future.succeededFuture();
        }
        return WriteFailure.isClosed(failure) ? turnAwayLate(connection, batch) : halve(connection, batch);
    }

    /** When a campaign closes, all that still wait are too late at once; only repetitions still get a receipt. */
    private Future<Void> turnAwayLate(SqlConnection connection, List<Waiting> batch) {
        return Opening.of(connection, chain.campaign()).compose(opening -> {
            var late = batch.stream().filter(one -> !opening.takes(one.submission())).toList();
            var others = batch.stream().filter(one -> opening.takes(one.submission())).toList();
            if (late.isEmpty()) {
                return halve(connection, batch);
            }
            return EntrySql.inTheWayOf(connection, late.stream().map(Waiting::submission).toList())
                    .compose(stored -> {
                        late.forEach(one -> answerLate(one, stored));
                        return others.isEmpty() ? Future.succeededFuture() : write(connection, others);
                    });
        });
    }

    private static void answerLate(Waiting late, List<EntrySql.Stored> stored) {
        Submission submission = late.submission();
        boolean repeated = stored.stream().anyMatch(entry -> entry.receipt().equals(submission.attempt())
                && entry.participant().equals(submission.participant()));
        late.promise().tryComplete(repeated ? new Outcome.Replayed(submission.attempt()) : new Outcome.Closed());
    }

    private Future<Void> halve(SqlConnection connection, List<Waiting> batch) {
        int half = batch.size() / 2;
        return write(connection, batch.subList(0, half))
                .compose(first -> write(connection, batch.subList(half, batch.size())));
    }

    private void answerAlone(Waiting alone, Throwable failure) {
        if (WriteFailure.isClosed(failure)) {
            alone.promise().tryComplete(new Outcome.Closed());
        } else if (WriteFailure.isBeyond(failure)) {
            alone.promise().tryComplete(new Outcome.Unusable());
        } else {
            LOG.error("a submission to campaign {} cannot be stored", chain.campaign(), failure);
            alone.promise().tryFail(failure);
        }
    }
}
