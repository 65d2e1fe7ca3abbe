package org.pufa.insight.stats;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.pufa.kernel.Days;
import org.pufa.kernel.Window;

/**
 * Days in China, from {@code from}, included, to {@code to}, excluded.
 *
 * @param to after {@code from}
 */
public record Period(LocalDate from, LocalDate to) {

    /** Nothing was counted before, and nobody plans beyond. */
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    public Period {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a period of no days: " + from + " to " + to);
        }
    }

    /** A calendar year. */
    public static Period ofYear(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    /**
     * The period between two days as people name them, both included.
     *
     * @return nothing where one is no day, they are the wrong way round, or lie beyond all sense
     */
    public static Optional<Period> between(String first, String last) {
        try {
            LocalDate from = LocalDate.parse(first);
            LocalDate to = LocalDate.parse(last).plusDays(1);
            boolean sensible = from.isBefore(to) && !from.isBefore(EARLIEST) && !to.isAfter(LATEST);
            return sensible ? Optional.of(new Period(from, to)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The last day that belongs to it. */
    public LocalDate last() {
        return to.minusDays(1);
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    public Instant begins() {
        return Days.startOf(from);
    }

    /** The moment that is the first no longer in it. */
    public Instant ends() {
        return Days.startOf(to);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    /** Whether anything of the window lies in it. */
    public boolean touches(Window window) {
        return window.opens().isBefore(ends()) && window.closes().isAfter(begins());
    }

    /** Whether part of the window lies in it and part does not. */
    public boolean cuts(Window window) {
        return touches(window) && (window.opens().isBefore(begins()) || window.closes().isAfter(ends()));
    }

    /** As long, and just before; for whole months, years and half-years as many months before. */
    public Period before() {
        boolean wholeMonths = from.getDayOfMonth() == 1 && to.getDayOfMonth() == 1;
        return wholeMonths ? new Period(from.minusMonths(ChronoUnit.MONTHS.between(from, to)), from)
                : new Period(from.minusDays(days()), from);
    }

    /** The same dates of the year before. */
    public Period yearBefore() {
        LocalDate begin = from.minusYears(1);
        LocalDate end = to.minusYears(1);
        return new Period(begin, end.isAfter(begin) ? end : begin.plusDays(1));
    }
}
