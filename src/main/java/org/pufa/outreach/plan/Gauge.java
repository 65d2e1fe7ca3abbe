package org.pufa.outreach.plan;

import java.util.List;
import java.util.Objects;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;

/**
 * Something that can be counted of what fulfils a task: trainings held, booklets handed out, campaigns.
 *
 * @param group what it is counted of, such as 培训
 * @param aliases other words by which spreadsheets call it
 */
public record Gauge(String code, LocalText group, LocalText name, LocalText unit, List<String> aliases) {

    public Gauge {
        Objects.requireNonNull(code);
        Objects.requireNonNull(group);
        Objects.requireNonNull(name);
        Objects.requireNonNull(unit);
        aliases = List.copyOf(aliases);
    }

    /** 培训举办（场）. */
    public String label(Lang lang) {
        return lang == Lang.ZH ? called(lang) + '（' + unit.zh() + '）' : called(lang) + " (" + unit.in(lang) + ')';
    }

    /** 培训举办. */
    public String called(Lang lang) {
        String of = group.in(lang);
        return of.isEmpty() ? name.in(lang) : lang == Lang.ZH ? of + name.in(lang)
                : of + ", " + name.in(lang).toLowerCase(java.util.Locale.ENGLISH);
    }

    /** 4 场. */
    public String amount(Lang lang, long amount) {
        return Format.number(amount) + ' ' + unit.in(lang);
    }
}
