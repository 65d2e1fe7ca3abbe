package org.pufa.campaign;

import java.time.Instant;

/** What someone did to a campaign's state, when and why. */
public record StepTaken(Step step, State from, State to, String actor, String reason, Instant at) {
}
