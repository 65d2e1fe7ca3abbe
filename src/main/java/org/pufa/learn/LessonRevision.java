package org.pufa.learn;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A page as it stands, or once stood.
 *
 * @param number 1 for the first
 * @param version grows with each saving
 * @param cited what its citations were understood as when it was sent for review; none before
 * @param writers everybody who wrote in it
 */
public record LessonRevision(int number, LessonStatus status, int version, LessonText text, List<Cite> cited,
        List<String> writers, String changedBy, Instant changedAt) {

    public LessonRevision {
        Objects.requireNonNull(status);
        Objects.requireNonNull(text);
        cited = List.copyOf(cited);
        writers = List.copyOf(writers);
        Objects.requireNonNull(changedBy);
        Objects.requireNonNull(changedAt);
    }
}
