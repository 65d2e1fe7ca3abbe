package org.pufa.outreach;

import java.time.Instant;
import java.util.Objects;

/** What somebody else said of a revision. @param note why it was sent back; may be "" when it is confirmed */
public record Decision(boolean confirmed, String note, String by, Instant at) {

    public Decision {
        Objects.requireNonNull(note);
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
    }
}
