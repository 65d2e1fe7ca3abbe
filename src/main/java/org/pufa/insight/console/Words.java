package org.pufa.insight.console;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.insight.stats.Figure;
import org.pufa.insight.stats.FigureTable.Column;
import org.pufa.insight.stats.Label;
import org.pufa.kernel.Days;

/** How labels and figures are written in one language. */
record Words(Messages messages, Lang lang) {

    String say(String key, Object... args) {
        return messages.get(lang, "insight." + key, args);
    }

    String label(Label label) {
        return label.in(messages, lang);
    }

    /** With its unit of measure, where its name does not say it. */
    String heading(Column column) {
        String name = label(column.label());
        String unit = column.unit().map(one -> one.name().in(lang)).orElse("");
        return unit.isEmpty() || unit.equals("%") || name.toLowerCase(Locale.ROOT).contains(unit) ? name
                : say("unit.of", name, unit);
    }

    /** @param unit whether it names its unit of measure, because its column does not */
    String number(Figure figure, boolean unit) {
        String number = number(figure.value());
        String name = figure.unit().name().in(lang);
        boolean percent = figure.unit().code().equals("percent");
        String written = percent ? Format.decimal(figure.value().doubleValue(), 1) + '%' : number;
        return percent || !unit || name.isEmpty() ? written : say("amount", number, name);
    }

    private static String number(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0 ? Format.number(value.longValueExact())
                : Format.decimal(value.doubleValue(), 2);
    }

    String cell(Optional<Figure> figure, boolean unit) {
        return figure.map(one -> number(one, unit)).orElse("–");
    }

    String asOf(Instant at) {
        return say("as-of", Format.fullDay(lang, Days.of(at)) + ' ' + Format.time(at));
    }
}
