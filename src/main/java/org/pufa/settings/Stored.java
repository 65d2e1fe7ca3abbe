package org.pufa.settings;

import java.time.Instant;
import java.util.Objects;

/** A setting that somebody changed in the console. */
public record Stored(String name, String value, String changedBy, Instant changedAt) {

    public Stored {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
        Objects.requireNonNull(changedBy);
        Objects.requireNonNull(changedAt);
    }
}
