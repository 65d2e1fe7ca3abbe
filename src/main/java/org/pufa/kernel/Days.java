package org.pufa.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The calendar of every rule that speaks of days: China's, wherever the server stands. */
public final class Days {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Days() {
    }

    public static LocalDate of(Instant time) {
        return time.atZone(ZONE).toLocalDate();
    }

    /** Days since 1 January 1970 in China, the number that daily limits are counted by. */
    public static long number(Instant time) {
        return of(time).toEpochDay();
    }

    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The full hour in which {@code time} lies; the only time kept of an anonymous participation. */
    public static Instant hourOf(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS);
    }
}
