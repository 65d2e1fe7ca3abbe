package org.pufa.ledger;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.pufa.db.Database;
import org.pufa.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit for one campaign and one share of its participants. A submission that finds the lane idle is written at
 * once; those that come while a batch is being written make up the next one, so that batches grow with the load by
 * themselves. Lives on one event loop.
 */
final class Lane {

    /** More in one transaction gains little and makes everybody in it wait longer. */
    static final int LARGEST_BATCH = 256;

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    /** A batch of so many is a sign of more to come. */
    private static final int BUSY = 12;
    /**
     * The counts of so many busy batches are added up together, since the rows of the tallies are dear to write.
     * Never where sheets are not linked: what one batch answered is not to be seen there, not even for a moment.
     */
    private static final int MOST_UNFOLDED = 64;
    /** How often a batch is tried when PostgreSQL asks to try again. */
    private static final int TRIES = 5;

    private final Context context;
    private final Database database;
    private final BatchWriter writer;
    private final Block.Chain chain;
    private final Ledger.Settings settings;
    private final Queue<Waiting> queue = new ArrayDeque<>();
    /** The thread of the event loop, once it is known: whoever is on it need not be called back to it. */
    private volatile Thread home;
    private boolean writing;
    /** How many batches were noted since the counts were last added up. */
    private int unfolded;
    /** The last block, or null when it must be read again. */
    private Block.Head head;

    Lane(Context context, Database database, BatchWriter writer, Block.Chain chain, Ledger.Settings settings) {
        this.context = context;
        this.database = database;
        this.writer = writer;
        this.chain = chain;
        this.settings = settings;
    }

    /** Submissions not yet taken into a batch; a snapshot for the metrics. */
    int waiting() {
        return queue.size();
    }

    private record Waiting(Submission submission, Promise<Outcome> promise) {
    }

    /** Fails with a BUSY problem when too many wait already. */
    Future<Outcome> submit(Submission submission) {
        Promise<Outcome> promise = Promise.promise();
        var waiting = new Waiting(submission, promise);
        if (Thread.currentThread() == home) {
            enqueue(waiting);
        } else {
            context.runOnContext(here -> enqueueAtHome(waiting));
        }
        return promise.future();
    }

    private void enqueueAtHome(Waiting waiting) {
        home = Thread.currentThread();
        enqueue(waiting);
    }

    private void enqueue(Waiting waiting) {
        if (queue.size() >= settings.queue()) {
            waiting.promise.fail(Problem.of(Problem.Sort.BUSY, "ledger.full").with("retryAfter", 3));
            return;
        }
        queue.add(waiting);
        if (!writing) {
            writing = true;
            // Lets all that arrived in the same turn of the event loop into the batch.
            context.runOnContext(here -> writeNext());
        }
    }

    private void writeNext() {
        var batch = nextBatch();
        if (batch.isEmpty()) {
            rest();
            return;
        }
        database.connection().compose(connection -> writeWithin(settings.patience().toMillis(), connection, batch))
                .onFailure(failure -> refuse(batch, failure))
                .onComplete(done -> writeNext());
    }

    /** Nobody waits: time to add up what was only noted. */
    private void rest() {
        if (unfolded == 0) {
            writing = false;
            return;
        }
        unfolded = 0;
        database.connection().compose(connection -> BatchSql.fold(connection, chain).eventually(connection::close))
                .onFailure(failure ->
                        LOG.warn("counts of campaign {} will be added up with the next", chain.campaign(), failure))
                .onComplete(done -> writeNext());
    }

    private List<Waiting> nextBatch() {
        var batch = new ArrayList<Waiting>(Math.min(queue.size(), LARGEST_BATCH));
        while (batch.size() < LARGEST_BATCH && !queue.isEmpty()) {
            batch.add(queue.remove());
        }
        return batch;
    }

    /**
     * A connection that has gone silent is given up, so that the lane can go on with another. It goes back to the pool
     * only when it ends by itself, for it may still be writing.
     */
    private Future<Void> writeWithin(long patienceMs, SqlConnection connection, List<Waiting> batch) {
        return write(connection, batch)
                .recover(failure -> ChainSql.rollback(connection)
                        .transform(rolledBack -> Future.failedFuture(failure)))
                .eventually(connection::close)
                .timeout(patienceMs, TimeUnit.MILLISECONDS);
    }

    /** Writes the batch and answers everyone in it; fails only when the connection is of no more use. */
    private Future<Void> write(SqlConnection connection, List<Waiting> batch) {
        return writeOnce(connection, batch, TRIES)
                .compose(written -> {
                    head = written.head();
                    answer(batch, written.outcomes());
                    return Future.<Void>succeededFuture();
                }, failure -> {
                    head = null;
                    return WriteFailure.isOfASubmission(failure)
                            ? isolate(connection, batch, failure) : Future.failedFuture(failure);
                });
    }

    private Future<BatchWriter.Written> writeOnce(SqlConnection connection, List<Waiting> batch, int tries) {
        var submissions = batch.stream().map(Waiting::submission).toList();
        boolean onlyNote = submissions.size() >= BUSY && unfolded < MOST_UNFOLDED && submissions.get(0).book().linked();
        return currentHead(connection)
                .compose(from -> writer.writeNew(connection, chain, from, submissions, onlyNote))
                .onSuccess(written -> unfolded = onlyNote ? unfolded + 1 : 0)
                .recover(failure -> WriteFailure.isOvertaken(failure)
                        ? writer.writeMixed(connection, chain, submissions) : Future.failedFuture(failure))
                .recover(failure -> {
                    head = null;
                    return tries > 1 && WriteFailure.isWorthRetrying(failure) ? writeOnce(connection, batch, tries - 1)
                            : Future.failedFuture(failure);
                });
    }

    private Future<Block.Head> currentHead(SqlConnection connection) {
        return head != null ? Future.succeededFuture(head) : ChainSql.head(connection, chain);
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
            var late = batch.stream().filter(one -> !opening.takes(one.submission)).toList();
            var others = batch.stream().filter(one -> opening.takes(one.submission)).toList();
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
        Submission submission = late.submission;
        boolean repeated = stored.stream().anyMatch(entry -> entry.receipt().equals(submission.attempt())
                && entry.participant().equals(submission.participant()));
        late.promise.tryComplete(repeated ? new Outcome.Replayed(submission.attempt()) : new Outcome.Closed());
    }

    private Future<Void> halve(SqlConnection connection, List<Waiting> batch) {
        int half = batch.size() / 2;
        return write(connection, batch.subList(0, half))
                .compose(first -> write(connection, batch.subList(half, batch.size())));
    }

    private void answerAlone(Waiting alone, Throwable failure) {
        if (WriteFailure.isClosed(failure)) {
            alone.promise.tryComplete(new Outcome.Closed());
        } else if (WriteFailure.isBeyond(failure)) {
            alone.promise.tryComplete(new Outcome.Unusable());
        } else {
            LOG.error("a submission to campaign {} cannot be stored", chain.campaign(), failure);
            alone.promise.tryFail(failure);
        }
    }

    private static void answer(List<Waiting> batch, List<Outcome> outcomes) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).promise.tryComplete(outcomes.get(i));
        }
    }

    /** What became of the batch is not known or it was not tried; whoever asks again gets the same receipt. */
    private static void refuse(List<Waiting> batch, Throwable failure) {
        LOG.warn("a batch of {} was not confirmed: {}", batch.size(), failure.toString());
        batch.forEach(waiting -> waiting.promise.tryFail(unconfirmed()));
    }

    static Problem unconfirmed() {
        return Problem.of(Problem.Sort.BUSY, "ledger.retry").with("retryAfter", 3);
    }
}
