package org.pufa.outreach.plan;

import java.time.Instant;
import java.util.Objects;

/**
 * One row of a revision.
 *
 * @param key the same in all revisions of its plan
 * @param position from 1
 * @param version how often it was changed in this revision
 */
public record PlanTask(long key, int position, int version, Task task, String changedBy, Instant changedAt) {

    public PlanTask {
        Objects.requireNonNull(task);
        Objects.requireNonNull(changedBy);
        Objects.requireNonNull(changedAt);
    }
}
