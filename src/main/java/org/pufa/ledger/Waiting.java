package org.pufa.ledger;

import io.vertx.core.Promise;
import java.util.List;

/** A submission, and the promise to tell what became of it. */
record Waiting(Submission submission, Promise<Outcome> promise) {

    static List<Submission> submissions(List<Waiting> batch) {
        return batch.stream().map(Waiting::submission).toList();
    }

    static void answer(List<Waiting> batch, List<Outcome> outcomes) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).promise.tryComplete(outcomes.get(i));
        }
    }
}
