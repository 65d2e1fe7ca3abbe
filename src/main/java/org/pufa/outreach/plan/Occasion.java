package org.pufa.outreach.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * A time of the year at which bureaus publicise certain laws.
 *
 * @param code the word of its message keys
 */
public record Occasion(String code, LocalDate starts, LocalDate ends) {

    /** Those of a year in their order. */
    public static List<Occasion> of(int year) {
        var all = new ArrayList<Occasion>();
        SpringFestival.of(year).ifPresent(festival -> all.add(new Occasion("wages", LocalDate.of(year, 1, 1),
                festival.minusDays(1))));
        all.add(months("spring", year, 3, 4));
        all.add(new Occasion("injury", LocalDate.of(year, 4, 28), LocalDate.of(year, 5, 31)));
        all.add(new Occasion("regulation", LocalDate.of(year, 5, 1), LocalDate.of(year, 5, 1)));
        all.add(months("code", year, 5, 5));
        all.add(months("insurance", year, 9, 10));
        all.add(new Occasion("week", LocalDate.of(year, 12, 1), LocalDate.of(year, 12, 7)));
        all.add(new Occasion("constitution", LocalDate.of(year, 12, 4), LocalDate.of(year, 12, 4)));
        return all;
    }

    private static Occasion months(String code, int year, int first, int last) {
        return new Occasion(code, LocalDate.of(year, first, 1), YearMonth.of(year, last).atEndOfMonth());
    }

    /** Whether some of its days lie in that month. */
    public boolean touches(YearMonth month) {
        return !starts.isAfter(month.atEndOfMonth()) && !ends.isBefore(month.atDay(1));
    }
}
