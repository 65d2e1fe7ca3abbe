package org.pufa.outreach;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Which records are meant.
 *
 * @param unit whose records; nothing for all
 * @param from first day on which they start
 * @param to last day on which they start
 * @param status nothing for all that were not taken back
 * @param district nothing for all
 * @param words that stand in title, place, district, notes, laws or partners
 */
public record RegisterFilter(Optional<String> unit, Optional<LocalDate> from, Optional<LocalDate> to,
        Optional<String> kind, Optional<String> measure, Optional<Status> status, Optional<String> district, String words) {

    public RegisterFilter {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(measure);
        Objects.requireNonNull(status);
        Objects.requireNonNull(district);
        Objects.requireNonNull(words);
    }

    /** Of every district. */
    public RegisterFilter(Optional<String> unit, Optional<LocalDate> from, Optional<LocalDate> to,
            Optional<String> kind, Optional<String> measure, Optional<Status> status, String words) {
        this(unit, from, to, kind, measure, status, Optional.empty(), words);
    }

    /** All records of that year. @param unit whose; nothing for all */
    public static RegisterFilter ofYear(Optional<String> unit, int year) {
        return new RegisterFilter(unit, Optional.of(LocalDate.of(year, 1, 1)), Optional.of(LocalDate.of(year, 12, 31)),
                Optional.empty(), Optional.empty(), Optional.empty(), "");
    }
}
