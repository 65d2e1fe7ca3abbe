package org.pufa.outreach;

import java.util.List;
import java.util.Objects;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;

/**
 * Something that is counted, in one unit of measure: booklets handed out, people who attended.
 *
 * @param aliases other headings under which spreadsheets carry it
 * @param usualMost a larger figure is asked about before it is taken
 * @param byTitle whether it is handed out by title, from a stock
 * @param counted how it is usually counted
 */
public record Measure(String code, LocalText name, UnitOfMeasure unit, List<String> aliases, long usualMost,
        boolean byTitle, Counted counted) {

    public Measure {
        Objects.requireNonNull(code);
        Objects.requireNonNull(name);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(counted);
        aliases = List.copyOf(aliases);
    }

    /** With its unit, as headings carry it: 发放宣传册（册）. */
    public String label(Lang lang) {
        return lang == Lang.ZH ? name.zh() + '（' + unit.name().zh() + '）'
                : name.in(lang) + " (" + unit.name().in(lang) + ')';
    }
}
