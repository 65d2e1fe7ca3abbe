package org.pufa.bench;

import io.vertx.core.json.JsonObject;

/**
 * What one load brought about.
 *
 * @param perSecond what was completed in a second, while requests were sent
 * @param complete what was completed, also by the replies to the last requests: good replies, or whole flows
 * @param replies all replies
 * @param bad those of them without a status of 200 to 299
 * @param lost connections that broke, and requests that were never answered
 * @param firstBad the first reply that was not good, or why the first connection broke; else empty
 * @param p50 microseconds, as all latencies
 * @param bytes of a reply, headers included, on average
 * @param cpu microseconds of processor time of the load generator for each that was completed
 */
record LoadResult(double perSecond, double seconds, long complete, long replies, long bad, long lost, String firstBad,
        long p50, long p95, long p99, long longest, double bytes, double cpu) {

    JsonObject json() {
        return new JsonObject().put("perSecond", perSecond).put("seconds", seconds).put("complete", complete)
                .put("replies", replies).put("bad", bad).put("lost", lost).put("firstBad", firstBad).put("p50", p50)
                .put("p95", p95).put("p99", p99).put("longest", longest).put("bytes", bytes).put("cpu", cpu);
    }

    static LoadResult of(JsonObject json) {
        return new LoadResult(json.getDouble("perSecond"), json.getDouble("seconds"), json.getLong("complete"),
                json.getLong("replies"), json.getLong("bad"), json.getLong("lost"), json.getString("firstBad"),
                json.getLong("p50"), json.getLong("p95"), json.getLong("p99"), json.getLong("longest"),
                json.getDouble("bytes"), json.getDouble("cpu"));
    }
}
