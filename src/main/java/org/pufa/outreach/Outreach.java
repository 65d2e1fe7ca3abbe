package org.pufa.outreach;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One record of the register with all its revisions, the newest first.
 *
 * @param unit code of the unit to which it belongs; nothing: to the whole house
 */
public record Outreach(long id, Optional<String> unit, String createdBy, Instant createdAt, List<Revision> revisions) {

    public Outreach {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(createdBy);
        Objects.requireNonNull(createdAt);
        revisions = List.copyOf(revisions);
    }

    public Revision current() {
        return revisions.get(0);
    }

    /** Whether that person may confirm it or send it back: not whoever entered the current revision. */
    public boolean mayBeDecidedBy(String actor) {
        return current().status() == Status.WAITING && !current().enteredBy().equals(actor);
    }
}
