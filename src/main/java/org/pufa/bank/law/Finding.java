package org.pufa.bank.law;

import java.util.List;
import java.util.Objects;

/**
 * What does not hold between a question and the law it cites.
 *
 * @param key of a sentence in the message bundle that says what is wrong and how to mend it
 */
public record Finding(Weight weight, String key, List<Object> args) {

    /** How much it weighs. */
    public enum Weight {
        /** The citation cannot stand; the question cannot be reviewed. */
        FAULT,
        /** Somebody should look; it may be right. */
        DOUBT
    }

    public Finding {
        Objects.requireNonNull(weight);
        Objects.requireNonNull(key);
        args = List.copyOf(args);
    }

    static Finding fault(String key, Object... args) {
        return new Finding(Weight.FAULT, key, List.of(args));
    }

    static Finding doubt(String key, Object... args) {
        return new Finding(Weight.DOUBT, key, List.of(args));
    }

    public boolean isFault() {
        return weight == Weight.FAULT;
    }
}
