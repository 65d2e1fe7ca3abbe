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
import java.util.concurrent.TimeoutException;
import org.pufa.db.Database;
import org.pufa.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit for one campaign and one share of its participants. A submission that finds the lane idle is written at
 * once; those that come while a batch is being written make up the next one, so that batches grow with the load by
 * themselves. Once many wait, the next batch is sent behind the one that is being written, so that PostgreSQL need not
 * wait for us between two. Lives on one event loop.
 */
final class Lane {

    /** More in one transaction gains little and makes everybody in it wait longer. */
    static final int LARGEST_BATCH = 256;

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    /** A batch of so many is a sign of more to come. */
    private static final int BUSY = 12;
    /** So many are sent behind a batch that is still being written; fewer wait for its end, and for company. */
    private static final int WORTH_SENDING_BEHIND = 24;
    private static final int MOST_UNDERWAY = 2;
    /** So many batches are written in a row before the connection is given back, for other campaigns want it too. */
    private static final int MOST_IN_A_ROW = 64;
    /**
     * The counts of so many busy batches are added up together, since the rows of the tallies are dear to write.
     * Never where sheets are not linked: what one batch answered is not to be seen there, not even for a moment.
     */
    private static final int MOST_UNFOLDED = 64;

    private final Context context;
    private final Database database;
    private final BatchWriter writer;
    private final Salvage salvage;
    private final Block.Chain chain;
    private final Ledger.Settings settings;
    private final Queue<Waiting> queue = new ArrayDeque<>();
    /** The thread of the event loop, once it is known: whoever is on it need not be called back to it. */
    private volatile Thread home;
    private boolean writing;
    /** The batches under way, or null. */
    private Row row;
    /** How many batches were noted since the counts were last added up. */
    private int unfolded;
    /** The last block that was sent, or null when the last must be read. */
    private Block.Head head;

    Lane(Context context, Database database, BatchWriter writer, Block.Chain chain, Ledger.Settings settings) {
        this.context = context;
        this.database = database;
        this.writer = writer;
        this.salvage = new Salvage(writer, chain);
        this.chain = chain;
        this.settings = settings;
    }

    /** Submissions not yet taken into a batch; a snapshot for the metrics. */
    int waiting() {
        return queue.size();
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
            waiting.promise().fail(Problem.of(Problem.Sort.BUSY, "ledger.full").with("retryAfter", 3));
            return;
        }
        queue.add(waiting);
        if (!writing) {
            writing = true;
            // Lets all that arrived in the same turn of the event loop into the batch.
            context.runOnContext(here -> writeNext());
        } else if (row != null) {
            row.sendMore();
        }
    }

    private void writeNext() {
        if (queue.isEmpty()) {
            rest();
            return;
        }
        database.connection().compose(this::writeRow)
                .onFailure(failure -> refuse(nextBatch(), failure))
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

    /** Fails, with nothing taken from the queue, when the end of the chain cannot be read. */
    private Future<Void> writeRow(SqlConnection connection) {
        Future<Block.Head> from = head != null ? Future.succeededFuture(head) : ChainSql.head(connection, chain);
        return within(from.onFailure(failure -> connection.close())).compose(last -> {
            head = last;
            row = new Row(connection);
            row.sendMore();
            return row.ended.future();
        }).compose(ended -> {
            Row old = row;
            row = null;
            return salvage(old);
        });
    }

    /** A batch that was not written, and why. */
    private record Failed(List<Waiting> batch, Throwable failure) {
    }

    /**
     * Batches that are sent over one connection, each behind the other. Every block names its parent, and a block
     * without its parent is refused by the statement, so when one fails those behind it fail as well.
     */
    private final class Row {

        private final SqlConnection connection;
        private final Promise<Void> ended = Promise.promise();
        private final List<Failed> failed = new ArrayList<>();
        private int underway;
        private int sent;
        private int sizeOfLast;
        /** The end of what was sent last, which is the last to end, however long it takes. */
        private Future<Void> last = Future.succeededFuture();

        private Row(SqlConnection connection) {
            this.connection = connection;
        }

        private void sendMore() {
            if (ended.future().isComplete()) {
                return;
            }
            while (failed.isEmpty() && sent < MOST_IN_A_ROW && queue.size() >= worthSending()) {
                send(nextBatch());
            }
            if (underway == 0) {
                ended.tryComplete();
            }
        }

        /** Behind a large batch a small one would not pay. */
        private int worthSending() {
            return underway == 0 ? 1
                    : underway < MOST_UNDERWAY ? Math.max(WORTH_SENDING_BEHIND, sizeOfLast * 3 / 4) : Integer.MAX_VALUE;
        }

        private void send(List<Waiting> batch) {
            boolean onlyNote = batch.size() >= BUSY && unfolded < MOST_UNFOLDED
                    && batch.get(0).submission().book().linked();
            BatchWriter.Ready ready;
            try {
                ready = writer.prepare(chain, head, Waiting.submissions(batch));
            } catch (RuntimeException e) {
                failed.add(new Failed(batch, e));
                return;
            }
            head = ready.head();
            unfolded = onlyNote ? unfolded + 1 : 0;
            underway++;
            sent++;
            sizeOfLast = batch.size();
            last = ready.write(connection, onlyNote);
            within(last).onComplete((written, failure) -> {
                underway--;
                if (failure == null) {
                    Waiting.answer(batch, ready.accepted());
                } else {
                    failed.add(new Failed(batch, failure));
                }
                sendMore();
            });
        }
    }

    /**
     * Settles what could not be written, one batch after the other, and gives the connection back. One that has gone
     * silent is given up, so that the lane can go on with another: it goes back only when it ends by itself, for it
     * may still be writing.
     */
    private Future<Void> salvage(Row row) {
        if (row.failed.isEmpty()) {
            return row.connection.close();
        }
        head = null;
        unfolded = Math.max(1, unfolded);
        if (row.failed.stream().anyMatch(one -> one.failure instanceof TimeoutException)) {
            row.last.onComplete(late -> row.connection.close());
            row.failed.forEach(one -> refuse(one.batch, one.failure));
            return Future.succeededFuture();
        }
        Future<Void> settled = Future.succeededFuture();
        for (Failed one : row.failed) {
            settled = settled.compose(before -> salvage.settle(row.connection, one.batch, one.failure)
                    .recover(failure -> ChainSql.rollback(row.connection).otherwiseEmpty().onComplete(rolledBack ->
                            refuse(one.batch, failure))));
        }
        return within(settled.eventually(row.connection::close)).recover(failure -> {
            row.failed.forEach(one -> refuse(one.batch, failure));
            return Future.succeededFuture();
        });
    }

    private <T> Future<T> within(Future<T> work) {
        return work.timeout(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What became of the batch is not known or it was not tried; whoever asks again gets the same receipt. */
    private static void refuse(List<Waiting> batch, Throwable failure) {
        LOG.warn("a batch of {} was not confirmed: {}", batch.size(), failure.toString());
        batch.forEach(waiting -> waiting.promise().tryFail(unconfirmed()));
    }

    static Problem unconfirmed() {
        return Problem.of(Problem.Sort.BUSY, "ledger.retry").with("retryAfter", 3);
    }
}
