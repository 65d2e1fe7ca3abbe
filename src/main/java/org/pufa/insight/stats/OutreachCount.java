package org.pufa.insight.stats;

import java.util.List;

/**
 * Confirmed figures of outreach in a period, at one instant.
 *
 * @param waiting records that are entered but not confirmed, and so count nowhere
 */
record OutreachCount(List<Sum> sums, List<Records> records, long waiting) {

    public OutreachCount {
        sums = List.copyOf(sums);
        records = List.copyOf(records);
    }

    /** @param kind code of the sort of activity @param measure code of what is counted */
    public record Sum(String kind, String measure, long amount) {
    }

    /** How many records a sum comes from. @param kind "" for all sorts together; a record may count several things */
    public record Records(String kind, String measure, long n) {
    }

    /** @param kind "" for all sorts together */
    long amount(String kind, String measure) {
        return sums.stream().filter(sum -> (kind.isEmpty() || kind.equals(sum.kind())) && measure.equals(sum.measure()))
                .mapToLong(Sum::amount).sum();
    }

    /** @param kind "" for all sorts together */
    long records(String kind, String measure) {
        return records.stream().filter(one -> one.kind().equals(kind) && one.measure().equals(measure))
                .mapToLong(Records::n).sum();
    }
}
