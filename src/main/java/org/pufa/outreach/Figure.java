package org.pufa.outreach;

import java.util.Objects;
import java.util.Optional;

/**
 * One figure of a record.
 *
 * @param title id of what was handed out, where the measure is by title
 * @param gathering id of the gathering whose sign-in was counted
 */
public record Figure(Measure measure, long amount, Counted counted, Optional<Long> title, Optional<Long> gathering) {

    /** Nothing that a bureau does comes near this; the database refuses more. */
    public static final long MOST = 100_000_000;

    public Figure {
        Objects.requireNonNull(measure);
        Objects.requireNonNull(counted);
        Objects.requireNonNull(title);
        if (gathering.isPresent() != (counted == Counted.SIGNIN)) {
            throw new IllegalArgumentException("whose sign-in?");
        }
        if (amount < 1 || amount > MOST) {
            throw new IllegalArgumentException("no figure: " + amount);
        }
    }

    /** A figure that somebody typed. */
    public static Figure typed(Measure measure, long amount, Counted counted) {
        return new Figure(measure, amount, counted, Optional.empty(), Optional.empty());
    }

    /** So many copies of a title. */
    public static Figure handedOut(Measure measure, long amount, long title) {
        return new Figure(measure, amount, Counted.STOCK, Optional.of(title), Optional.empty());
    }

    /** What signed in at a gathering. */
    public static Figure signedIn(Measure measure, long amount, long gathering) {
        return new Figure(measure, amount, Counted.SIGNIN, Optional.empty(), Optional.of(gathering));
    }
}
