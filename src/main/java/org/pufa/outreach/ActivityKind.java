package org.pufa.outreach;

import java.util.List;
import java.util.Objects;
import org.pufa.i18n.LocalText;

/**
 * A sort of outreach, such as a training, and what is counted of it.
 *
 * @param aliases other words by which spreadsheets call it
 */
public record ActivityKind(String code, LocalText name, List<String> aliases, List<Measure> measures) {

    public ActivityKind {
        Objects.requireNonNull(code);
        Objects.requireNonNull(name);
        aliases = List.copyOf(aliases);
        measures = List.copyOf(measures);
    }

    /** Whether that is counted of it. */
    public boolean counts(Measure measure) {
        return measures.contains(measure);
    }
}
