package org.pufa.ledger;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.pufa.db.Database;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.ReceiptCode;

/** Takes submissions and makes entries of them; an outcome is given only after its transaction has committed. */
public final class Ledger {

    private final Vertx vertx;
    private final Database database;
    private final BatchWriter writer;
    private final Settings settings;
    private final LaneNumbers numbers;
    private final Entries entries = new Entries();
    private final Map<LaneOf, Lane> lanes = new ConcurrentHashMap<>();
    private volatile List<Integer> mine = List.of();

    /**
     * @param lanes how many chains this node writes at a time for each campaign
     * @param queue how many submissions may wait in each before further ones are turned away
     * @param patience how long the database may take over one batch; longer than its own limit for a statement, so that
     *     only a connection that has gone silent reaches it
     */
    public record Settings(int lanes, int queue, Duration patience) {

        private static final Duration PATIENCE = Duration.ofSeconds(45);

        public Settings {
            if (lanes < 1 || lanes > 64 || queue < 1 || patience.toMillis() < 1) {
                throw new IllegalArgumentException("lanes are 1 to 64, a queue holds some, writing takes time");
            }
        }

        public Settings(int lanes, int queue) {
            this(lanes, queue, PATIENCE);
        }
    }

    private record LaneOf(CampaignId campaign, int number) {
    }

    public Ledger(Vertx vertx, Database database, Clock clock, SecureRandom random, Settings settings) {
        this.vertx = Objects.requireNonNull(vertx);
        this.database = Objects.requireNonNull(database);
        this.settings = Objects.requireNonNull(settings);
        this.writer = new BatchWriter(random, clock);
        this.numbers = new LaneNumbers(vertx, database);
    }

    /** Must have succeeded before the first submission. */
    public Future<Void> start() {
        return numbers.claim(settings.lanes()).map(claimed -> {
            mine = claimed;
            return null;
        });
    }

    /** Goes on with lanes that another node has come to hold as well, as may happen after the hold on them was lost. */
    void shareLanes(Ledger other) {
        mine = other.mine;
    }

    public Future<Void> stop() {
        return numbers.release();
    }

    /**
     * Succeeds when the submission's place is settled for good. Fails with a BUSY problem when it was not confirmed;
     * then the same attempt may be submitted again without ever counting twice.
     */
    public Future<Outcome> submit(Submission submission) {
        if (!submission.book().takesEntriesAt(submission.arrived())) {
            return tooLate(submission);
        }
        Lane lane = laneOf(submission);
        Context caller = vertx.getOrCreateContext();
        Thread mine = Thread.currentThread();
        var promise = Promise.<Outcome>promise();
        lane.submit(submission).onComplete(result -> {
            if (caller.isEventLoopContext() && Thread.currentThread() == mine) {
                promise.handle(result);
            } else {
                caller.runOnContext(there -> promise.handle(result));
            }
        });
        return promise.future();
    }

    /** Closed, unless it is the repetition of one that was in time: that one's reply may have been lost. */
    private Future<Outcome> tooLate(Submission submission) {
        return isAccepted(submission.book(), submission.participant(), submission.attempt()).map(accepted ->
                accepted ? new Outcome.Replayed(submission.attempt()) : new Outcome.Closed());
    }

    /** Whether this participant's attempt already is an entry; fails with a BUSY problem when that cannot be told. */
    public Future<Boolean> isAccepted(Book book, Pseudonym participant, ReceiptCode attempt) {
        return database.read(tx -> entries.byReceipt(tx, book.campaign(), attempt))
                .map(found -> found.isPresent() && found.get().participant().equals(participant))
                .recover(failure -> Future.failedFuture(Lane.unconfirmed()));
    }

    /** Always the same lane for the same participant, so that their submissions meet in order. */
    private Lane laneOf(Submission submission) {
        int share = Math.floorMod(submission.participant().hashCode(), mine.size());
        return lanes.computeIfAbsent(new LaneOf(submission.book().campaign(), mine.get(share)),
                key -> new Lane(vertx.getOrCreateContext(), database, writer,
                        new Block.Chain(key.campaign(), Block.Chain.ENTRIES, key.number()), settings));
    }

    /** How many submissions wait in all lanes of this node; for the metrics. */
    public int waiting() {
        return lanes.values().stream().mapToInt(Lane::waiting).sum();
    }
}
