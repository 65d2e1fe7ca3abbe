package org.pufa.outreach.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The first day of the lunar year, a day of new moon in China. The rules are those of GB/T 33661-2017, computed by the
 * Purple Mountain Observatory; the days are those of the conversion tables of the Hong Kong Observatory. Calendars of
 * software are no source: in 2027 and 2030 the moon is new within minutes of midnight, and some are a day off.
 */
final class SpringFestival {

    private static final int FIRST_YEAR = 2019;
    /** From {@link #FIRST_YEAR} on: month and day. */
    private static final List<String> DAYS = List.of("02-05", "01-25", "02-12", "02-01", "01-22", "02-10", "01-29",
            "02-17", "02-06", "01-26", "02-13", "02-03", "01-23", "02-11", "01-31", "02-19", "02-08");

    private SpringFestival() {
    }

    /** Nothing for years that the table does not have. */
    static Optional<LocalDate> of(int year) {
        int index = year - FIRST_YEAR;
        return index < 0 || index >= DAYS.size() ? Optional.empty()
                : Optional.of(LocalDate.parse(year + "-" + DAYS.get(index)));
    }
}
