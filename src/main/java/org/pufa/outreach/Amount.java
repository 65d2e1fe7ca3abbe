package org.pufa.outreach;

import java.util.Objects;

/** A number of something. Only amounts in the same unit of measure can be added: 人 and 人次 never are. */
public record Amount(UnitOfMeasure unit, long value) {

    public Amount {
        Objects.requireNonNull(unit);
    }

    /** @throws IllegalArgumentException for an amount in another unit */
    public Amount plus(Amount other) {
        if (!unit.equals(other.unit)) {
            throw new IllegalArgumentException(unit.code() + " and " + other.unit.code() + " cannot be added");
        }
        return new Amount(unit, Math.addExact(value, other.value));
    }
}
