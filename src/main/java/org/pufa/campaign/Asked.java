package org.pufa.campaign;

import java.time.Instant;

/** A step that one person asked for and another must confirm. */
public record Asked(Step step, String actor, String reason, Instant at) {
}
