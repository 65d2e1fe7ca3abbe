package org.pufa.ledger;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** How the kind of a campaign counts one of its sheets again, from nothing but what was stored. */
@FunctionalInterface
public interface Recount {

    /**
     * What the sheet adds to the tallies, the same as when it was accepted.
     *
     * @param body canonical JSON as it stands in the database
     * @throws RuntimeException when the body cannot be read as a sheet of this campaign
     */
    List<Count> counts(String body);

    /**
     * Whether what was written in one's own words is still what the sheet holds digests of.
     *
     * @param words sealed
     */
    default boolean holds(String body, Buffer words) {
        return true;
    }
}
