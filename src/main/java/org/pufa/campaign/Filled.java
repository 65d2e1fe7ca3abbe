package org.pufa.campaign;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pufa.ledger.Count;

/**
 * A paper that was filled in rightly, and graded where its kind grades.
 *
 * @param sheet what is stored: texts, whole numbers, truth values, lists and maps of these
 * @param score points, or null where the kind gives none
 * @param counts what it adds to the tallies; {@link Content#counts} of the stored sheet gives the same
 * @param words what was written in one's own words, by field; it is sealed apart from the sheet, which then has a
 *     member {@link Words#MEMBER} with a digest under each of these names
 */
public record Filled(Map<String, Object> sheet, Integer score, List<Count> counts, Map<String, String> words) {

    public Filled {
        Objects.requireNonNull(sheet);
        counts = List.copyOf(counts);
        words = Map.copyOf(words);
    }

    /** A paper on which nobody writes. */
    public Filled(Map<String, Object> sheet, Integer score, List<Count> counts) {
        this(sheet, score, counts, Map.of());
    }
}
