package org.pufa.insight.report;

import java.util.Objects;

/**
 * A sentence of a report, and what its figures are of (要点).
 *
 * @param heading under which it stands; empty where it goes on under the one before
 * @param sentence see {@link Sentence}
 */
public record Point(String heading, Source source, String sentence) {

    public Point {
        Objects.requireNonNull(heading);
        Objects.requireNonNull(source);
        Objects.requireNonNull(sentence);
    }
}
