package org.pufa.learn.markdown;

import java.util.Objects;
import java.util.Set;
import org.pufa.web.Markup;

/**
 * A text as a page shows it.
 *
 * @param plain its words alone, to be searched
 * @param shown names of the pictures that it shows
 * @param missing names of pictures that it asks for and that are not there
 * @param refused addresses that no link may have
 * @param tooDeep whether lists and quotations lie so deep in each other that it is shown as it was written
 */
public record Rendered(Markup html, String plain, Set<String> shown, Set<String> missing, Set<String> refused,
        boolean tooDeep) {

    public Rendered {
        Objects.requireNonNull(html);
        Objects.requireNonNull(plain);
        shown = Set.copyOf(shown);
        missing = Set.copyOf(missing);
        refused = Set.copyOf(refused);
    }
}
