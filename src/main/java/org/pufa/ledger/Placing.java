package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.ReceiptCode;

/** The submissions of one transaction, as they find their places among the entries that are there. */
final class Placing {

    private final SqlConnection connection;
    private final int lane;
    private final int height;
    private final List<NewEntry> batch;
    private final List<NewEntry> accepted = new ArrayList<>();
    private final Outcome[] outcomes;

    Placing(SqlConnection connection, int lane, int height, List<NewEntry> batch) {
        this.connection = connection;
        this.lane = lane;
        this.height = height;
        this.batch = batch;
        this.outcomes = new Outcome[batch.size()];
    }

    /** A submission that has no outcome yet, and its place in the batch. */
    private record Pending(int index, NewEntry entry) {

        Submission submission() {
            return entry.submission();
        }

        EntrySql.Stored asStored() {
            return new EntrySql.Stored(submission().participant(), submission().slot(), submission().attempt());
        }
    }

    Future<Void> settle() {
        return settle(IntStream.range(0, batch.size()).mapToObj(i -> new Pending(i, batch.get(i))).toList());
    }

    /** Those that are now entries, each in the slot it was given. */
    List<NewEntry> accepted() {
        return accepted;
    }

    /** One for each submission, in the order of the batch. */
    List<Outcome> outcomes() {
        return Arrays.asList(outcomes);
    }

    private Future<Void> settle(List<Pending> pending) {
        if (pending.isEmpty()) {
            return Future.succeededFuture();
        }
        var entries = pending.stream().map(Pending::entry).toList();
        return EntrySql.insertNewEntries(connection, lane, height, entries).compose(inserted -> {
            var left = pending.stream().filter(one -> !accept(one, inserted)).toList();
            return left.isEmpty() ? Future.succeededFuture()
                    : EntrySql.inTheWayOf(connection, left.stream().map(Pending::submission).toList())
                            .compose(stored -> settle(placeable(left, stored)));
        });
    }

    /** Of several that are the same in everything, one was inserted; the others then find it stored. */
    private boolean accept(Pending one, Set<EntrySql.Stored> inserted) {
        if (!inserted.remove(one.asStored())) {
            return false;
        }
        accepted.add(one.entry);
        outcomes[one.index] = new Outcome.Accepted(one.submission().attempt());
        return true;
    }

    /** Those that may try another slot, each a different one; the others get their outcome. */
    private List<Pending> placeable(List<Pending> left, List<EntrySql.Stored> stored) {
        Map<ReceiptCode, EntrySql.Stored> byReceipt =
                stored.stream().collect(Collectors.toMap(EntrySql.Stored::receipt, entry -> entry));
        var occupied = new HashMap<Pseudonym, Set<Integer>>();
        stored.forEach(entry -> slotsOf(entry.participant(), occupied).add(entry.slot()));
        var next = new ArrayList<Pending>();
        for (Pending one : left) {
            var same = byReceipt.get(one.submission().attempt());
            if (same != null) {
                outcomes[one.index] = same.participant().equals(one.submission().participant())
                        ? new Outcome.Replayed(same.receipt()) : new Outcome.Unusable();
            } else {
                place(one, slotsOf(one.submission().participant(), occupied), stored, next);
            }
        }
        return next;
    }

    private static Set<Integer> slotsOf(Pseudonym participant, Map<Pseudonym, Set<Integer>> occupied) {
        return occupied.computeIfAbsent(participant, none -> new HashSet<>());
    }

    private void place(Pending one, Set<Integer> occupied, List<EntrySql.Stored> stored, List<Pending> next) {
        Submission submission = one.submission();
        var free = submission.slots().firstFree(occupied);
        if (free.isPresent()) {
            occupied.add(free.getAsInt());
            next.add(new Pending(one.index, one.entry.inSlot(free.getAsInt())));
            return;
        }
        var earlier = stored.stream().filter(entry -> entry.participant().equals(submission.participant())
                && submission.slots().contain(entry.slot())).toList();
        if (earlier.size() == submission.slots().count()) {
            outcomes[one.index] = new Outcome.Taken(latest(earlier));
        } else {
            // The slots still free go to others of this batch first; the next turn tells who got them.
            next.add(one);
        }
    }

    private static ReceiptCode latest(List<EntrySql.Stored> earlier) {
        return earlier.stream().max(Comparator.comparingInt(EntrySql.Stored::slot)).orElseThrow().receipt();
    }
}
