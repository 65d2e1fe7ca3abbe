package org.pufa.ledger;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.pufa.db.Database;
import org.pufa.kernel.CampaignId;

/** Takes submissions and makes entries of them; an outcome is given only after its transaction has committed. */
public final class Ledger {

    private final Vertx vertx;
    private final Database database;
    private final BatchWriter writer;
    private final Settings settings;
    private final LaneNumbers numbers;
    private final Map<LaneOf, Lane> lanes = new ConcurrentHashMap<>();
    private List<Integer> mine = List.of();

    /**
     * @param lanes how many chains this node writes at a time for each campaign
     * @param queue how many submissions may wait in each before further ones are turned away
     */
    public record Settings(int lanes, int queue) {

        public Settings {
            if (lanes < 1 || lanes > 64 || queue < 1) {
                throw new IllegalArgumentException("lanes are 1 to 64, and a queue holds something");
            }
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

    public Future<Void> stop() {
        return numbers.release();
    }

    /**
     * Succeeds when the submission's place is settled for good. Fails with a BUSY problem when it was not confirmed;
     * then the same attempt may be submitted again without ever counting twice.
     */
    public Future<Outcome> submit(Submission submission) {
        if (!submission.book().takesEntriesAt(submission.arrived())) {
            return Future.succeededFuture(new Outcome.Closed());
        }
        Lane lane = laneOf(submission);
        Context caller = vertx.getOrCreateContext();
        var promise = io.vertx.core.Promise.<Outcome>promise();
        lane.submit(submission).onComplete(result -> {
            if (vertx.getOrCreateContext() == caller) {
                promise.handle(result);
            } else {
                caller.runOnContext(there -> promise.handle(result));
            }
        });
        return promise.future();
    }

    /** Always the same lane for the same participant, so that their submissions meet in order. */
    private Lane laneOf(Submission submission) {
        int share = Math.floorMod(submission.participant().hashCode(), mine.size());
        return lanes.computeIfAbsent(new LaneOf(submission.book().campaign(), mine.get(share)),
                key -> new Lane(vertx.getOrCreateContext(), database, writer, key.campaign(), key.number(),
                        settings.queue()));
    }

    /** How many submissions wait in all lanes of this node; for the metrics. */
    public int waiting() {
        return lanes.values().stream().mapToInt(Lane::waiting).sum();
    }
}
