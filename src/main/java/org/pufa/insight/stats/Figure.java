package org.pufa.insight.stats;

import java.math.BigDecimal;
import java.util.Objects;
import org.pufa.outreach.UnitOfMeasure;

/**
 * One number with all that makes it one.
 *
 * @param code the same for the same thing in every report, such as {@code campaign.wage-survey.participations}
 * @param value exact; a share is a percentage with four decimals
 * @param unit what it is counted in; figures in different units are never added
 * @param href page of the console with the rows behind it, or ""
 * @param definition key of the sentence that says what is counted
 * @param query counts it again
 */
public record Figure(String code, Label label, BigDecimal value, UnitOfMeasure unit, String href, String definition,
        Query query) {

    public Figure {
        Objects.requireNonNull(code);
        Objects.requireNonNull(label);
        Objects.requireNonNull(value);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(href);
        Objects.requireNonNull(definition);
        Objects.requireNonNull(query);
    }

    /** A whole number. @throws ArithmeticException where it is none */
    public long whole() {
        return value.longValueExact();
    }

    public boolean isWhole() {
        return value.stripTrailingZeros().scale() <= 0;
    }
}
