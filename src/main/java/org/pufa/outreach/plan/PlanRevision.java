package org.pufa.outreach.plan;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One version of a plan.
 *
 * @param reason why the approved one before was changed; "" for the first
 * @param note why it was sent back, or ""
 */
public record PlanRevision(int number, String reason, Signed opened, Optional<Signed> submitted,
        Optional<Signed> returned, String note, Optional<Signed> approved) {

    /** Who did it, and when. */
    public record Signed(String by, Instant at) {

        public Signed {
            Objects.requireNonNull(by);
            Objects.requireNonNull(at);
        }
    }

    /** How far a revision has come. */
    public enum Stand { DRAFT, SUBMITTED, APPROVED }

    public PlanRevision {
        Objects.requireNonNull(reason);
        Objects.requireNonNull(opened);
        Objects.requireNonNull(submitted);
        Objects.requireNonNull(returned);
        Objects.requireNonNull(note);
        Objects.requireNonNull(approved);
    }

    public Stand stand() {
        return approved.isPresent() ? Stand.APPROVED : submitted.isPresent() ? Stand.SUBMITTED : Stand.DRAFT;
    }
}
