package org.pufa.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which events are wanted; each part that is there must hold.
 *
 * @param actor exactly
 * @param action exactly, or how it begins when it ends with a dot
 * @param subject a part of it, whatever the case
 * @param from included
 * @param to excluded
 * @param words stand in actor, subject or details
 */
public record AuditFilter(Optional<String> actor, Optional<String> action, Optional<String> subject,
        Optional<Instant> from, Optional<Instant> to, Optional<Words> words) {

    /** Asks for nothing in particular. */
    public static final AuditFilter ALL = new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty());

    public AuditFilter {
        Objects.requireNonNull(actor);
        Objects.requireNonNull(action);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(words);
    }

    /**
     * Words somebody typed, and what they mean besides: an event is wanted also when its action or actor is among
     * these, for pages show other names than the log keeps.
     */
    public record Words(String text, List<String> actions, List<String> actors) {

        public Words {
            Objects.requireNonNull(text);
            actions = List.copyOf(actions);
            actors = List.copyOf(actors);
        }
    }
}
