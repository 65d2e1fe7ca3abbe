package org.pufa.insight.stats;

import java.util.Iterator;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The scores of one question beside what the same papers score without it. Scores are few, so they are kept as counts
 * and the memory does not grow with the papers.
 */
final class JointScores {

    private final Map<Double, Map<Double, Long>> counts = new TreeMap<>();
    private long n;

    void add(double score, double rest) {
        counts.computeIfAbsent(score, key -> new TreeMap<>()).merge(rest, 1L, Long::sum);
        n++;
    }

    long papers() {
        return n;
    }

    /** Average score; nothing without papers. */
    OptionalDouble mean() {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(meanOf(scores()));
    }

    /** Standard deviation of the score, as of a sample; nothing for fewer than two papers. */
    OptionalDouble deviation() {
        return n < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(variance(scores())));
    }

    /** Of score and rest, as of a sample; nothing for fewer than two papers. */
    OptionalDouble covariance() {
        if (n < 2) {
            return OptionalDouble.empty();
        }
        double score = meanOf(scores());
        double rest = meanOf(rests());
        double sum = 0;
        for (var one : counts.entrySet()) {
            for (var other : one.getValue().entrySet()) {
                sum += (one.getKey() - score) * (other.getKey() - rest) * other.getValue();
            }
        }
        return OptionalDouble.of(sum / (n - 1));
    }

    /** The greatest covariance that the same scores and rests could have: both in order. */
    private double greatestCovariance() {
        Map<Double, Long> scores = scores();
        Map<Double, Long> rests = rests();
        double score = meanOf(scores);
        double rest = meanOf(rests);
        Iterator<Map.Entry<Double, Long>> others = rests.entrySet().iterator();
        Map.Entry<Double, Long> other = others.next();
        long left = other.getValue();
        double sum = 0;
        for (var one : scores.entrySet()) {
            for (long wanted = one.getValue(); wanted > 0; ) {
                if (left == 0) {
                    other = others.next();
                    left = other.getValue();
                }
                long pairs = Math.min(wanted, left);
                sum += (one.getKey() - score) * (other.getKey() - rest) * pairs;
                wanted -= pairs;
                left -= pairs;
            }
        }
        return sum / (n - 1);
    }

    /**
     * Discrimination index (区分度): 100 × covariance ÷ root of the product of both variances. Nothing for fewer than two
     * papers, and where all score the same or all rests are the same.
     */
    OptionalDouble discrimination() {
        if (n < 2) {
            return OptionalDouble.empty();
        }
        double variances = variance(scores()) * variance(rests());
        return variances <= 0 ? OptionalDouble.empty()
                : OptionalDouble.of(100 * covariance().getAsDouble() / Math.sqrt(variances));
    }

    /** Discriminative efficiency (区分效率): 100 × covariance ÷ greatest covariance; nothing where that is 0. */
    OptionalDouble efficiency() {
        if (discrimination().isEmpty()) {
            return OptionalDouble.empty();
        }
        double greatest = greatestCovariance();
        return greatest <= 0 ? OptionalDouble.empty()
                : OptionalDouble.of(100 * covariance().getAsDouble() / greatest);
    }

    private Map<Double, Long> scores() {
        var scores = new TreeMap<Double, Long>();
        counts.forEach((score, rests) -> scores.put(score, rests.values().stream().mapToLong(Long::longValue).sum()));
        return scores;
    }

    private Map<Double, Long> rests() {
        var rests = new TreeMap<Double, Long>();
        counts.values().forEach(each -> each.forEach((rest, times) -> rests.merge(rest, times, Long::sum)));
        return rests;
    }

    private double meanOf(Map<Double, Long> values) {
        double sum = 0;
        for (var value : values.entrySet()) {
            sum += value.getKey() * value.getValue();
        }
        return sum / n;
    }

    private double variance(Map<Double, Long> values) {
        double mean = meanOf(values);
        double sum = 0;
        for (var value : values.entrySet()) {
            sum += (value.getKey() - mean) * (value.getKey() - mean) * value.getValue();
        }
        return sum / (n - 1);
    }
}
