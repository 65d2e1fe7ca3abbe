package org.pufa.audit;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Events that are not as they were written.
 *
 * @param first the first of them
 * @param last the last of them
 */
public record AuditFinding(Sort sort, long first, long last) {

    /** What is wrong with them. */
    public enum Sort {
        /** The event says something else than when it was written. */
        CHANGED,
        /** They are gone. */
        MISSING,
        /** The event was written anew so that it looks whole; the one after it still names what it was. */
        REWRITTEN,
        /** They were added past the guard of the table. */
        ADDED,
        /** What somebody noted of this event earlier is not what it says now. */
        OTHER
    }

    public AuditFinding {
        Objects.requireNonNull(sort);
        if (first > last) {
            throw new IllegalArgumentException("from " + first + " to " + last);
        }
    }

    /** Key of the sentence that says it; its arguments are {@link #args}. */
    public String key() {
        return "audit.finding." + sort.name().toLowerCase(Locale.ROOT) + (first == last ? "" : ".several");
    }

    public List<Object> args() {
        return List.of(first, last);
    }
}
