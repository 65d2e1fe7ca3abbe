package org.pufa.campaign;

import java.util.Objects;

/**
 * An attempt and the key of its paper.
 *
 * @param seed 32 bytes that only the server can compute from campaign, participant and slot; the same paper every
 *     time
 */
public record Sitting(Attempt attempt, byte[] seed) {

    public Sitting {
        Objects.requireNonNull(attempt);
        Objects.requireNonNull(seed);
    }
}
