package org.pufa.ledger;

import java.util.Objects;

/**
 * One thing that a sheet adds 1 to, such as {@code (pick, 07)} or {@code (q3, yes)}.
 *
 * @param dimension what is counted; 1 to 60 characters; the ledger keeps {@code day}, {@code hour} and
 *     {@code participants} for itself
 * @param key which of it; at most 100 characters
 */
public record Count(String dimension, String key) {

    public Count {
        Objects.requireNonNull(key);
        if (dimension.isEmpty() || dimension.length() > 60 || key.length() > 100) {
            throw new IllegalArgumentException("no count of " + dimension + " " + key);
        }
    }
}
