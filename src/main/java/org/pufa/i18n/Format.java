package org.pufa.i18n;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.pufa.kernel.Days;

/** Dates and numbers as people read them. Times are China's, wherever the server stands. */
public final class Format {

    private static final DateTimeFormatter ZH_DAY = DateTimeFormatter.ofPattern("M月d日", Locale.ROOT);
    private static final DateTimeFormatter EN_DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter ZH_FULL = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final DateTimeFormatter EN_FULL = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private Format() {
    }

    /** {@code 11月23日}, {@code 23 November}. */
    public static String day(Lang lang, LocalDate day) {
        return (lang == Lang.EN ? EN_DAY : ZH_DAY).format(day);
    }

    /** {@code 11月23日}, {@code 23 November}: the day in China. */
    public static String day(Lang lang, Instant time) {
        return day(lang, Days.of(time));
    }

    /** {@code 2026年11月23日}, {@code 23 November 2026}. */
    public static String fullDay(Lang lang, LocalDate day) {
        return (lang == Lang.EN ? EN_FULL : ZH_FULL).format(day);
    }

    /** {@code 11月23日 10:42}, {@code 23 November 10:42}. */
    public static String moment(Lang lang, Instant time) {
        ZonedDateTime local = time.atZone(Days.ZONE);
        return day(lang, local.toLocalDate()) + ' ' + TIME.format(local);
    }

    /** {@code 10:42}, {@code 0:00}. */
    public static String time(Instant time) {
        return TIME.format(time.atZone(Days.ZONE));
    }

    /**
     * The end of a window, which is excluded, as people write it: midnight is 24:00 of the day that ends with it.
     * {@code 11月30日 24:00}, {@code 30 November 24:00}.
     */
    public static String end(Lang lang, Instant end) {
        ZonedDateTime local = end.atZone(Days.ZONE);
        boolean midnight = local.toLocalTime().toSecondOfDay() == 0;
        return midnight ? day(lang, local.toLocalDate().minusDays(1)) + " 24:00" : moment(lang, end);
    }

    /** {@code 1,208,345}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A share as a percentage with one decimal: {@code percent(0.521)} is {@code 52.1%}. */
    public static String percent(double share) {
        return decimal(share * 100, 1) + '%';
    }

    /** {@code decimal(78.44, 1)} is {@code 78.4}; thousands are separated. */
    public static String decimal(double number, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }
}
