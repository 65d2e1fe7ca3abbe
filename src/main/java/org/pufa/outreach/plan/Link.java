package org.pufa.outreach.plan;

import java.time.Instant;
import java.util.Objects;

/** That something fulfils a task. @param kind sort of the thing; @param target its id among those */
public record Link(long id, long plan, long task, String kind, String target, String linkedBy, Instant linkedAt) {

    public Link {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(target);
        Objects.requireNonNull(linkedBy);
        Objects.requireNonNull(linkedAt);
    }

    /** Kind and id in one. */
    public static String key(String kind, String target) {
        return kind + ' ' + target;
    }

    public String key() {
        return key(kind, target);
    }
}
