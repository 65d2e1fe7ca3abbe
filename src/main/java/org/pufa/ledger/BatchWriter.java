package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
     * The whole transaction without waiting in between. Fails, with nothing written, when any submission is not new.
     */
    Future<Written> writeNew(SqlConnection connection, int lane, Block.Head head, List<Submission> batch) {
        var rows = new BatchRows(batch, random);
        Block block = rows.block(head, lane, clock.instant());
        var begun = EntrySql.begin(connection);
        var entries = EntrySql.insertEntries(connection, lane, block.height(), batch);
        var rest = writeRest(connection, lane, block, rows, batch);
        // PostgreSQL turns the commit of a failed transaction into a rollback, so every part is asked, not only this.
        var committed = EntrySql.commit(connection);
        return Future.join(List.of(begun, entries, rest, committed)).recover(failure -> Future.failedFuture(
                        firstFailure(List.of(begun, entries, rest, committed))))
                .map(all -> new Written(accepted(batch), block.head()));
    }

    private Future<Void> writeRest(SqlConnection connection, int lane, Block block, BatchRows rows,
            List<Submission> accepted) {
        Book book = accepted.get(0).book();
        Instant hour = book.linked() ? null : book.keptTime(accepted.get(0).arrived());
        var parts = new ArrayList<Future<?>>();
        parts.add(EntrySql.insertSheets(connection, book.campaign(), hour, rows.sheetsToWrite(random)));
        if (book.limit().per() == Limit.Period.DAY) {
            parts.add(EntrySql.countNewParticipants(connection, lane, accepted));
        }
        parts.add(EntrySql.addToTallies(connection, book.campaign(), lane, rows.sums()));
        parts.add(EntrySql.append(connection, block));
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
     * tells each of the others what stands in its place.
     */
    Future<Written> writeMixed(SqlConnection connection, int lane, Block.Head head, List<Submission> batch) {
        var round = new Round(connection, lane, head.height() + 1);
        return EntrySql.begin(connection)
                .compose(begun -> round.settle(batch))
                .compose(settled -> {
                    if (round.accepted.isEmpty()) {
                        return EntrySql.commit(connection).map(done -> head);
                    }
                    var rows = new BatchRows(round.accepted, random);
                    Block block = rows.block(head, lane, clock.instant());
                    return writeRest(connection, lane, block, rows, round.accepted)
                            .compose(rest -> EntrySql.commit(connection)).map(done -> block.head());
                })
                .recover(failure -> EntrySql.rollback(connection)
                        .transform(rolledBack -> Future.failedFuture(failure)))
                .map(newHead -> new Written(batch.stream().map(one -> round.outcomes.get(one.attempt().value()))
                        .toList(), newHead));
    }

    /** The submissions of one transaction, as they find their places. */
    private static final class Round {

        private final SqlConnection connection;
        private final int lane;
        private final int height;
        private final List<Submission> accepted = new ArrayList<>();
        private final Map<Long, Outcome> outcomes = new HashMap<>();

        Round(SqlConnection connection, int lane, int height) {
            this.connection = connection;
            this.lane = lane;
            this.height = height;
        }

        Future<Void> settle(List<Submission> pending) {
            if (pending.isEmpty()) {
                return Future.succeededFuture();
            }
            var inserting = distinctAttempts(pending);
            return EntrySql.insertNewEntries(connection, lane, height, inserting).compose(inserted -> {
                inserting.stream().filter(one -> inserted.contains(one.attempt().value())).forEach(this::accept);
                var left = inserting.stream().filter(one -> !inserted.contains(one.attempt().value())).toList();
                return left.isEmpty() ? Future.succeededFuture()
                        : EntrySql.inTheWayOf(connection, left).compose(earlier -> settle(moved(left, earlier)));
            });
        }

        /** The same attempt twice in one batch: one of them is enough, both get its outcome. */
        private static List<Submission> distinctAttempts(List<Submission> pending) {
            var seen = new HashSet<Long>();
            return pending.stream().filter(one -> seen.add(one.attempt().value())).toList();
        }

        private void accept(Submission one) {
            accepted.add(one);
            outcomes.put(one.attempt().value(), new Outcome.Accepted(one.attempt()));
        }

        /** Those that may try another slot; the others get their outcome. */
        private List<Submission> moved(List<Submission> left, List<EntrySql.Earlier> earlier) {
            var next = new ArrayList<Submission>();
            for (Submission one : left) {
                var sameAttempt = earlier.stream().filter(e -> e.receipt().equals(one.attempt())).findFirst();
                if (sameAttempt.isPresent()) {
                    outcomes.put(one.attempt().value(), sameAttempt.get().participant().equals(one.participant())
                            ? new Outcome.Replayed(one.attempt()) : new Outcome.Unusable());
                    continue;
                }
                var mine = earlier.stream().filter(e -> e.participant().equals(one.participant())
                        && one.slots().contain(e.slot())).toList();
                Set<Integer> taken = mine.stream().map(EntrySql.Earlier::slot).collect(Collectors.toSet());
                var free = one.slots().firstFree(taken);
                if (free.isPresent()) {
                    next.add(one.inSlot(free.getAsInt()));
                } else {
                    outcomes.put(one.attempt().value(), new Outcome.Taken(latest(mine)));
                }
            }
            return next;
        }

        private static org.pufa.kernel.ReceiptCode latest(List<EntrySql.Earlier> mine) {
            return mine.stream().max(java.util.Comparator.comparingInt(EntrySql.Earlier::slot)).orElseThrow()
                    .receipt();
        }
    }
}
