package org.pufa.insight.stats;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * All figures of a selection and what they are made of day by day, at one instant.
 *
 * @param at when it was counted
 */
public record Everything(Selection selection, Instant at, List<FigureTable> tables, List<DayCount> days) {

    public Everything {
        Objects.requireNonNull(selection);
        Objects.requireNonNull(at);
        tables = List.copyOf(tables);
        days = List.copyOf(days);
    }
}
