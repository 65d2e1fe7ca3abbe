package org.pufa.insight.report;

import java.math.BigDecimal;
import java.util.Objects;
import org.pufa.insight.stats.Query;

/**
 * A figure that a sentence may state.
 *
 * @param name by which sentences call it
 * @param label of what it is a figure
 * @param definition what was counted, in words
 * @param growing whether its campaign has not ended
 * @param href page of the console with its rows, or ""
 * @param query counts it again
 */
public record Fact(String name, String label, BigDecimal value, String unit, String definition, boolean growing,
        String href, Query query) {

    public Fact {
        Objects.requireNonNull(name);
        Objects.requireNonNull(label);
        value = value.stripTrailingZeros();
        Objects.requireNonNull(unit);
        Objects.requireNonNull(definition);
        Objects.requireNonNull(href);
        Objects.requireNonNull(query);
    }
}
