package org.pufa.bench;

import java.util.Collection;
import java.util.Locale;

/** The same thing measured several times. */
record Figure(double median, double least, double most) {

    static Figure of(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Figure(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** Median and range, with so many decimals. */
    String text(int decimals) {
        String number = "%,." + decimals + "f";
        return String.format(Locale.ROOT, number + " [" + number + "–" + number + "]", median, least, most);
    }
}
