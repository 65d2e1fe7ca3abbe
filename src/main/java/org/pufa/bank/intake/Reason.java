package org.pufa.bank.intake;

import java.util.List;
import java.util.Objects;

/**
 * Why an item is not simply accepted.
 *
 * @param key of a sentence in the message bundle that says what is wrong and how to mend it
 * @param args what the sentence names; texts from the file among them, so they are escaped wherever they are shown
 */
public record Reason(Level level, String key, List<Object> args) {

    /** What a reason does to its item. */
    public enum Level {
        /** Accepted, but somebody should look. */
        WARNING,
        /** Not taken; counted and shown all the same. */
        REFUSAL
    }

    public Reason {
        Objects.requireNonNull(level);
        Objects.requireNonNull(key);
        args = List.copyOf(args);
    }

    public static Reason warning(String key, Object... args) {
        return new Reason(Level.WARNING, key, List.of(args));
    }

    public static Reason refusal(String key, Object... args) {
        return new Reason(Level.REFUSAL, key, List.of(args));
    }
}
