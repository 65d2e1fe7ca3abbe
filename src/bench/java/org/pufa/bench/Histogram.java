package org.pufa.bench;

import java.time.Duration;

/** Counts durations in buckets so narrow that a quantile is exact to three in a hundred. */
final class Histogram {

    private static final int STEPS_BITS = 5;
    private static final int STEPS = 1 << STEPS_BITS;

    private final long[] buckets = new long[STEPS * 60];
    private long count;
    private long longest;

    void add(long nanos) {
        buckets[bucket(nanos)]++;
        count++;
        longest = Math.max(longest, nanos);
    }

    long count() {
        return count;
    }

    Duration longest() {
        return Duration.ofNanos(longest);
    }

    /** The duration that {@code share} of all do not exceed; zero when nothing was counted. */
    Duration quantile(double share) {
        long wanted = (long) Math.ceil(share * count);
        long seen = 0;
        for (int i = 0; i < buckets.length; i++) {
            seen += buckets[i];
            if (seen >= wanted && seen > 0) {
                return Duration.ofNanos(Math.min(highest(i), longest));
            }
        }
        return Duration.ZERO;
    }

    /** Up to {@code 2 * STEPS} one bucket for each nanosecond, then {@code STEPS} buckets for each doubling. */
    private static int bucket(long nanos) {
        int doubling = Math.max(0, 63 - STEPS_BITS - Long.numberOfLeadingZeros(Math.max(1, nanos)));
        return doubling * STEPS + (int) (nanos >>> doubling);
    }

    private static long highest(int bucket) {
        int doubling = Math.max(0, bucket / STEPS - 1);
        long step = bucket - (long) doubling * STEPS;
        return (step + 1 << doubling) - 1;
    }
}
