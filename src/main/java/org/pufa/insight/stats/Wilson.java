package org.pufa.insight.stats;

/**
 * The 95 % interval of a share by Wilson's score, without correction for continuity: it stays between 0 and 1 and holds
 * also for few answers and for shares near the ends.
 */
public record Wilson(double low, double high) {

    private static final double Z = 1.959963984540054;

    /** @param hits of {@code n} @param n at least 1 */
    public static Wilson of(long hits, long n) {
        if (hits < 0 || hits > n || n < 1) {
            throw new IllegalArgumentException(hits + " of " + n);
        }
        double share = (double) hits / n;
        double square = Z * Z / n;
        double middle = share + square / 2;
        double half = Z * Math.sqrt(share * (1 - share) / n + square / (4 * n));
        return new Wilson(hits == 0 ? 0 : (middle - half) / (1 + square), hits == n ? 1 : (middle + half) / (1 + square));
    }
}
