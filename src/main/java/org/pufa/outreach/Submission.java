package org.pufa.outreach;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A record as it was sent.
 *
 * @param clientKey made by the form; the same however often it is sent
 * @param hash 32 bytes over all that was sent, to tell a repetition from something else under the same key
 * @param unit code of the unit to which the record is to belong
 */
public record Submission(UUID clientKey, byte[] hash, Optional<String> unit, Activity activity, Revision.Origin origin) {

    public Submission {
        Objects.requireNonNull(clientKey);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(activity);
        Objects.requireNonNull(origin);
        hash = hash.clone();
    }

    /** What became of it. */
    public enum Outcome {
        /** There is a new record. */
        ENTERED,
        /** The same came before and is not entered again. */
        REPEATED,
        /** Something else came under this key before; what was sent now is not kept. */
        OTHER
    }

    /** The record, and whether it was there before. */
    public record Entered(long id, Outcome outcome) {
    }
}
