package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.pufa.kernel.Problem;
import org.pufa.kernel.ReceiptCode;

/** People who each take part once, so many at a time, and who ask again when they were not confirmed. */
final class Crowd {

    static final int AT_A_TIME = 64;
    private static final long REST_MS = 20;

    private final Vertx vertx;
    private final List<Ledger> nodes;
    private final List<Submission> submissions;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final Map<Submission, ReceiptCode> receipts = new ConcurrentHashMap<>();

    Crowd(Vertx vertx, List<Ledger> nodes, List<Submission> submissions) {
        this.vertx = vertx;
        this.nodes = nodes;
        this.submissions = submissions;
    }

    /** Succeeds when everyone has a receipt; fails when anyone gets another answer than a receipt or "busy". */
    Future<Void> takePart() {
        Promise<Void> done = Promise.promise();
        vertx.runOnContext(here -> {
            var people = new ArrayList<Future<Void>>();
            for (int i = 0; i < AT_A_TIME; i++) {
                people.add(nextPerson());
            }
            Future.all(people).<Void>mapEmpty().onComplete(done);
        });
        return done.future();
    }

    /** Lets nobody further in. */
    void stop() {
        next.set(submissions.size());
    }

    private Future<Void> nextPerson() {
        int i = next.getAndIncrement();
        return i >= submissions.size() ? Future.succeededFuture()
                : submit(submissions.get(i), nodes.get(i % nodes.size())).compose(settled -> nextPerson());
    }

    private Future<Void> submit(Submission submission, Ledger node) {
        return node.submit(submission).compose(outcome -> {
            receipts.put(submission, receipt(outcome));
            return Future.<Void>succeededFuture();
        }, failure -> {
            if (!(failure instanceof Problem problem && problem.sort() == Problem.Sort.BUSY)) {
                return Future.failedFuture(failure);
            }
            refusals.incrementAndGet();
            Promise<Void> rested = Promise.promise();
            vertx.setTimer(REST_MS, later -> rested.complete());
            return rested.future().compose(on -> submit(submission, node));
        });
    }

    private static ReceiptCode receipt(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            return accepted.receipt();
        } else if (outcome instanceof Outcome.Replayed replayed) {
            return replayed.receipt();
        }
        throw new IllegalStateException("neither accepted nor replayed: " + outcome);
    }

    /** Receipts that were handed out so far, by submission. */
    Map<Submission, ReceiptCode> receipts() {
        return Map.copyOf(receipts);
    }

    int count() {
        return receipts.size();
    }

    /** How often someone was asked to try again. */
    int refusals() {
        return refusals.get();
    }
}
