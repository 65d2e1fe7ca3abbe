package org.pufa.kinds.vote;

import java.util.List;
import java.util.Objects;
import org.pufa.i18n.LocalText;

/**
 * Candidates who stand against each other.
 *
 * @param min fewest picks of a ballot, 0 where the category may be left out
 * @param max most picks
 */
record Category(String id, LocalText title, int min, int max, List<Candidate> candidates) {

    Category {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        candidates = List.copyOf(candidates);
        if (min < 0 || min > max) {
            throw new IllegalArgumentException("no ballot picks " + min + " to " + max);
        }
    }
}
