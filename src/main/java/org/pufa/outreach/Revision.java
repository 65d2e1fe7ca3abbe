package org.pufa.outreach;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How a record stood after one change.
 *
 * @param withdrawn whether this change took the record back
 * @param origin where it came from
 * @param reason why it was changed; "" for the first
 */
public record Revision(int number, boolean withdrawn, Activity activity, Origin origin, String reason, String enteredBy,
        Instant enteredAt, Optional<Decision> decision) {

    /**
     * How a revision came into the register.
     *
     * @param via form or file
     * @param source name of the file and number of the row, or ""
     * @param assured whether somebody was asked about an unusual figure and typed that it is right
     */
    public record Origin(String via, String source, boolean assured) {

        public static Origin form(boolean assured) {
            return new Origin("form", "", assured);
        }

        public static Origin file(String source, boolean assured) {
            return new Origin("file", source, assured);
        }
    }

    public Revision {
        Objects.requireNonNull(activity);
        Objects.requireNonNull(origin);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(enteredBy);
        Objects.requireNonNull(enteredAt);
        Objects.requireNonNull(decision);
    }

    public Status status() {
        return decision.map(made -> !made.confirmed() ? Status.RETURNED : withdrawn ? Status.WITHDRAWN
                : Status.CONFIRMED).orElse(Status.WAITING);
    }
}
