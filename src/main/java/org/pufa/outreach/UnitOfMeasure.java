package org.pufa.outreach;

import java.util.Locale;
import java.util.Objects;
import org.pufa.i18n.LocalText;

/** What figures are counted in, such as 册, 人 or 人次. Figures in different units are never added. */
public record UnitOfMeasure(String code, LocalText name, Counts counts) {

    /** What one of the unit stands for. */
    public enum Counts {

        /** 人: a person, counted once in a record however often they came. */
        HEADS,
        /** 人次: a participation; who came twice counts twice. */
        TURNS,
        /** Anything else. */
        THINGS;

        static Counts parse(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public UnitOfMeasure {
        Objects.requireNonNull(code);
        Objects.requireNonNull(name);
        Objects.requireNonNull(counts);
    }
}
