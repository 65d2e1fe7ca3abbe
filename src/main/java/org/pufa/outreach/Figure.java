package org.pufa.outreach;

import java.util.Objects;
import java.util.Optional;

/**
 * One figure of a record.
 *
 * @param title id of what was handed out, where the measure is by title
 */
public record Figure(Measure measure, long amount, Counted counted, Optional<Long> title) {

    /** Nothing that a bureau does comes near this; the database refuses more. */
    public static final long MOST = 100_000_000;

    public Figure {
        Objects.requireNonNull(measure);
        Objects.requireNonNull(counted);
        Objects.requireNonNull(title);
        if (amount < 1 || amount > MOST) {
            throw new IllegalArgumentException("no figure: " + amount);
        }
    }
}
