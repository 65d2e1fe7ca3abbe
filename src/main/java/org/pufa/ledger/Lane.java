package org.pufa.ledger;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.pufa.db.Database;
import org.pufa.kernel.CampaignId;
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
    /** How often a batch is tried anew when another writer appended to the same chain. */
    private static final int TRIES = 5;

    private final Context context;
    private final Database database;
    private final BatchWriter writer;
    private final Block.Chain chain;
    private final int queueLimit;
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private boolean writing;
    /** The last block, or null when it must be read again. */
    private Block.Head head;

    Lane(Context context, Database database, BatchWriter writer, CampaignId campaign, int number, int queueLimit) {
        this.context = context;
        this.database = database;
        this.writer = writer;
        this.chain = new Block.Chain(campaign, Block.Chain.ENTRIES, number);
        this.queueLimit = queueLimit;
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
        context.runOnContext(here -> enqueue(new Waiting(submission, promise)));
        return promise.future();
    }

    private void enqueue(Waiting waiting) {
        if (queue.size() >= queueLimit) {
            waiting.promise.fail(Problem.of(Problem.Sort.BUSY, "ledger.full"));
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
            writing = false;
            return;
        }
        database.connection().compose(connection -> write(connection, batch).eventually(connection::close))
                .onFailure(failure -> refuse(batch, failure))
                .onComplete(done -> writeNext());
    }

    private List<Waiting> nextBatch() {
        var batch = new ArrayList<Waiting>(Math.min(queue.size(), LARGEST_BATCH));
        while (batch.size() < LARGEST_BATCH && !queue.isEmpty()) {
            batch.add(queue.remove());
        }
        return batch;
    }

    /** Writes the batch and answers everyone in it; fails only when the connection is of no more use. */
    private Future<Void> write(SqlConnection connection, List<Waiting> batch) {
        return writeOnce(connection, batch, TRIES)
                .map(written -> {
                    head = written.head();
                    answer(batch, written.outcomes());
                    return (Void) null;
                })
                .recover(failure -> {
                    head = null;
                    return failure instanceof PgException pg && !isLost(pg) ? isolate(connection, batch, pg)
                            : Future.failedFuture(failure);
                });
    }

    private Future<BatchWriter.Written> writeOnce(SqlConnection connection, List<Waiting> batch, int tries) {
        var submissions = batch.stream().map(Waiting::submission).toList();
        return currentHead(connection)
                .compose(from -> writer.writeNew(connection, chain.lane(), from, submissions)
                        .recover(failure -> isConstraint(failure, "entry_once")
                                ? writer.writeMixed(connection, chain.lane(), from, submissions)
                                : Future.failedFuture(failure)))
                .recover(failure -> {
                    head = null;
                    return tries > 1 && isWorthRetrying(failure) ? writeOnce(connection, batch, tries - 1)
                            : Future.failedFuture(failure);
                });
    }

    private Future<Block.Head> currentHead(SqlConnection connection) {
        return head != null ? Future.succeededFuture(head)
                : EntrySql.head(connection, chain).onSuccess(found -> head = found);
    }

    /** Another node appended to this chain, or PostgreSQL asks to try again. */
    private static boolean isWorthRetrying(Throwable failure) {
        return isConstraint(failure, "block_height")
                || failure instanceof PgException pg && List.of("40001", "40P01").contains(pg.getSqlState());
    }

    private static boolean isConstraint(Throwable failure, String prefix) {
        return failure instanceof PgException pg && "23505".equals(pg.getSqlState()) && pg.getConstraint() != null
                && pg.getConstraint().startsWith(prefix);
    }

    /** The server is going away or cannot work, which is nobody's submission's fault. */
    private static boolean isLost(PgException failure) {
        String state = failure.getSqlState();
        return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57")
                || state.startsWith("58") || state.startsWith("XX") || state.startsWith("25");
    }

    /** One bad submission fails the transaction of all: halves the batch until the bad one is alone. */
    private Future<Void> isolate(SqlConnection connection, List<Waiting> batch, PgException failure) {
        if (batch.size() == 1) {
            answerAlone(batch.get(0), failure);
            return Future.succeededFuture();
        }
        int half = batch.size() / 2;
        return write(connection, batch.subList(0, half))
                .compose(first -> write(connection, batch.subList(half, batch.size())));
    }

    private void answerAlone(Waiting alone, PgException failure) {
        switch (String.valueOf(failure.getSqlState())) {
            case "PF001" -> alone.promise.complete(new Outcome.Closed());
            case "PF002" -> alone.promise.complete(new Outcome.Unusable());
            default -> {
                LOG.error("a submission to campaign {} cannot be stored", chain.campaign(), failure);
                alone.promise.fail(failure);
            }
        }
    }

    private static void answer(List<Waiting> batch, List<Outcome> outcomes) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).promise.complete(outcomes.get(i));
        }
    }

    /** What became of the batch is not known or it was not tried; whoever asks again gets the same receipt. */
    private static void refuse(List<Waiting> batch, Throwable failure) {
        LOG.warn("a batch of {} was not confirmed: {}", batch.size(), failure.toString());
        batch.forEach(waiting -> waiting.promise.tryFail(
                Problem.of(Problem.Sort.BUSY, "ledger.retry").with("retryAfter", 3)));
    }
}
