package org.pufa.outreach.plan;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that fulfils tasks, as its feature tells it.
 *
 * @param kind which sort of thing, such as outreach
 * @param href its page
 * @param unit code of the unit to which it belongs
 * @param amounts what it brings: code of a gauge to amount
 */
public record Deed(String kind, String id, String title, String href, LocalDate starts, LocalDate ends, Stage stage,
        Optional<String> unit, Map<String, Long> amounts) {

    /** Whether it counts. */
    public enum Stage {

        /** It lies ahead. */
        AHEAD,
        /** It is there, but nobody else has confirmed it yet. */
        WAITING,
        /** It counts. */
        COUNTS,
        /** It was taken back, and counts no more. */
        VOID
    }

    public Deed {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(href);
        Objects.requireNonNull(stage);
        Objects.requireNonNull(unit);
        amounts = Map.copyOf(amounts);
        if (ends.isBefore(starts)) {
            throw new IllegalArgumentException("ends before it starts");
        }
    }

    /** Whether some of its days lie in that year. */
    public boolean isOf(int year) {
        return starts.getYear() <= year && ends.getYear() >= year;
    }
}
