package org.pufa.outreach;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What happened, as one revision of a record tells it.
 *
 * @param ends the last day; the same as {@code starts} for what began and ended on one day. What went on over midnight
 *     ends on the next day and belongs to the year in which it started
 * @param district 区、县（市）, or ""
 * @param laws short names, such as 劳动合同法
 * @param audiences codes of the catalogue
 * @param campaigns slugs of online campaigns it belongs to, training papers among them
 */
public record Activity(ActivityKind kind, String title, LocalDate starts, LocalDate ends, String place, String district,
        List<String> laws, List<String> audiences, List<String> partners, List<String> campaigns, String notes,
        List<Figure> figures) {

    public Activity {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(title);
        Objects.requireNonNull(place);
        Objects.requireNonNull(district);
        Objects.requireNonNull(notes);
        if (ends.isBefore(starts)) {
            throw new IllegalArgumentException("ends before it starts");
        }
        laws = List.copyOf(laws);
        audiences = List.copyOf(audiences);
        partners = List.copyOf(partners);
        campaigns = List.copyOf(campaigns);
        figures = List.copyOf(figures);
    }

    /** The year to which it is counted. */
    public int year() {
        return starts.getYear();
    }
}
