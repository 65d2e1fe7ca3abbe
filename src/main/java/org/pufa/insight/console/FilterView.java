package org.pufa.insight.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pufa.i18n.LocalText;
import org.pufa.insight.stats.Choices;
import org.pufa.insight.stats.Comparison;
import org.pufa.insight.stats.Period;
import org.pufa.insight.stats.Selection;

/**
 * What can be chosen, and what is.
 *
 * @param ch a channel that the list is narrowed to, or ""
 * @param units empty where somebody's work is bound to one
 */
record FilterView(String from, String until, String ch, List<Choice> kinds, List<Choice> campaigns, List<Choice> units,
        List<Choice> districts, List<Choice> compare, List<Quick> quick) {

    record Choice(String value, String label, boolean chosen) {
    }

    /** A usual period. */
    record Quick(String label, String href, boolean current) {
    }

    static FilterView of(Words words, String path, Selection selection, Optional<Comparison> comparison,
            Choices choices, boolean bound, LocalDate today) {
        var period = selection.period();
        return new FilterView(period.from().toString(), period.last().toString(), selection.channel().orElse(""),
                choices.kinds().stream().map(kind -> new Choice(kind, words.messages().get(words.lang(),
                        "campaign.kind." + kind), selection.kinds().contains(kind))).toList(),
                choices(words, choices.campaigns(), selection.campaigns()),
                bound ? List.of() : choices(words, choices.units(), selection.unit().map(Set::of).orElse(Set.of())),
                choices.districts().stream().map(name -> new Choice(name, name,
                        selection.district().equals(Optional.of(name)))).toList(),
                Arrays.stream(Comparison.values()).map(one -> new Choice(one.code(),
                        words.say("filter.compare." + one.code()), comparison.equals(Optional.of(one)))).toList(),
                quick(words, path, selection, comparison, today));
    }

    private static List<Choice> choices(Words words, Map<String, LocalText> names, Set<String> chosen) {
        return names.entrySet().stream().map(one -> new Choice(one.getKey(), one.getValue().in(words.lang()),
                chosen.contains(one.getKey()))).toList();
    }

    private static List<Quick> quick(Words words, String path, Selection selection, Optional<Comparison> comparison,
            LocalDate today) {
        LocalDate month = today.withDayOfMonth(1);
        LocalDate year = today.withDayOfYear(1);
        var quick = new ArrayList<Quick>();
        Map<String, Period> periods = new LinkedHashMap<>();
        periods.put("this-month", new Period(month, month.plusMonths(1)));
        periods.put("last-month", new Period(month.minusMonths(1), month));
        periods.put("first-half", new Period(year, year.plusMonths(6)));
        periods.put("this-year", new Period(year, year.plusYears(1)));
        periods.put("last-year", new Period(year.minusYears(1), year));
        periods.forEach((name, period) -> quick.add(new Quick(words.say("quick." + name), path + '?'
                + selection.during(period).query() + comparison.map(one -> "&compare=" + one.code()).orElse(""),
                period.equals(selection.period()))));
        return quick;
    }
}
