package org.pufa.ledger;

import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Counts made again from the rows, to be held against the tallies. */
final class Recounted {

    private final Recount recount;
    private final Map<String, Map<String, Long>> sums = new HashMap<>();

    Recounted(Recount recount) {
        this.recount = recount;
    }

    void add(String dimension, String key, long n) {
        sums.computeIfAbsent(dimension, name -> new HashMap<>()).merge(key, n, Long::sum);
    }

    /** @throws RuntimeException when the body cannot be read; then nothing of it is counted */
    void addSheet(String body) {
        recount.counts(body).forEach(count -> add(count.dimension(), count.key(), 1));
    }

    /** Whether the words still belong to the sheet. */
    boolean holds(String body, Buffer words) {
        return recount.holds(body, words);
    }

    /** Reports every count that is not the same on both sides. */
    void compare(Tallies stated, Findings findings) {
        var dimensions = new TreeSet<>(sums.keySet());
        dimensions.addAll(stated.sums().keySet());
        for (String dimension : dimensions) {
            Map<String, Long> counted = sums.getOrDefault(dimension, Map.of());
            var keys = new TreeSet<>(counted.keySet());
            keys.addAll(stated.in(dimension).keySet());
            for (String key : keys) {
                long there = stated.of(dimension, key);
                long right = counted.getOrDefault(key, 0L);
                if (there != right) {
                    findings.add("tally", dimension, key, there, right);
                }
            }
        }
    }
}
