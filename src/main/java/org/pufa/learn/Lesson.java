package org.pufa.learn;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.pufa.kernel.Slug;

/**
 * A learning page (学法页面) with its latest revision.
 *
 * @param published number of the revision that citizens read, if any
 */
public record Lesson(long id, Slug slug, Optional<String> unit, LessonRevision latest, Optional<Integer> published,
        Optional<Withdrawal> withdrawal) {

    /** Why citizens cannot read it at present. */
    public record Withdrawal(String reason, String by, Instant at) {
    }

    public Lesson {
        Objects.requireNonNull(slug);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(latest);
        Objects.requireNonNull(published);
        Objects.requireNonNull(withdrawal);
    }

    /** The page on which staff find it. */
    public String path() {
        return path(id);
    }

    public static String path(long id) {
        return "/console/learn/" + id;
    }

    /** The address under which citizens read it. */
    public String url() {
        return "/learn/" + slug;
    }

    /** Whether citizens read another revision than the latest. */
    public boolean isChanging() {
        return published.isPresent() && latest.number() != published.get() && latest.status() != LessonStatus.DROPPED;
    }
}
