package org.pufa.insight.export;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.insight.stats.DayCount;
import org.pufa.insight.stats.Figure;
import org.pufa.insight.stats.FigureTable;
import org.pufa.insight.stats.FigureTable.Row;
import org.pufa.kernel.Days;

/**
 * The rows of the files. Names of columns and codes are the same in every language and version; the codebook says in
 * words what each means.
 */
public final class Sheets {

    /** Columns of the file of figures, one figure a line. */
    public static final List<String> FIGURE = List.of("table", "row", "row_label", "about", "measure", "measure_label",
            "value", "unit", "code", "from", "until", "as_of", "query");
    /** Columns of the file of days, one campaign, day and channel a line. */
    public static final List<String> DAY = List.of("campaign", "title", "kind", "campaign_unit", "day", "channel",
            "channel_name", "district", "participations", "visits", "opened");
    /** Columns of the codebook. */
    public static final List<String> CODEBOOK = List.of("sort", "code", "label", "unit", "meaning");
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Days.ZONE);

    private final Messages messages;
    private final Lang lang;

    public Sheets(Messages messages, Lang lang) {
        this.messages = messages;
        this.lang = lang;
    }

    Messages messages() {
        return messages;
    }

    Lang lang() {
        return lang;
    }

    /** To the second, in China's time. */
    static String moment(Instant at) {
        return SECOND.format(at);
    }

    /** Below {@link #FIGURE}; cells are texts and numbers. */
    Stream<List<Object>> figures(FigureTable table, String from, String until) {
        return table.rows().stream().flatMap(row -> figures(table, row, from, until));
    }

    private Stream<List<Object>> figures(FigureTable table, Row row, String from, String until) {
        var lines = new ArrayList<List<Object>>();
        for (int i = 0; i < row.cells().size(); i++) {
            Optional<Figure> cell = row.cells().get(i);
            var column = table.columns().get(i);
            cell.ifPresent(figure -> lines.add(List.of(table.code(), row.key(), row.label().in(messages, lang),
                    about(row), column.code(), column.label().in(messages, lang), figure.value(),
                    figure.unit().name().in(lang), figure.code(), from, until,
                    table.asOf().map(Sheets::moment).orElse(""), figure.query().text())));
        }
        return lines.stream();
    }

    String about(Row row) {
        return row.about().stream().map(label -> label.in(messages, lang)).collect(Collectors.joining(" · "));
    }

    /** Below {@link #DAY}. */
    List<Object> day(DayCount count) {
        return List.of(count.campaign(), count.title().in(lang), count.kind(), count.unit().orElse(""),
                count.day().toString(), count.channel(), count.channelName().in(lang), count.district(),
                count.participations(), count.visits(), count.opened());
    }

    /** Below {@link #CODEBOOK}: every table, measure and column that the files hold. */
    List<List<String>> codebook(List<FigureTable> tables) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (FigureTable table : tables) {
            lines.put("table " + table.code(), List.of("table", table.code(), table.title().in(messages, lang), "",
                    table.notes().stream().map(note -> note.in(messages, lang)).collect(Collectors.joining(" "))));
        }
        tables.stream().flatMap(FigureTable::figures).forEach(figure -> lines.putIfAbsent("measure " + measure(figure),
                List.of("measure", measure(figure), figure.label().in(messages, lang), figure.unit().name().in(lang),
                        messages.get(lang, figure.definition()))));
        FIGURE.forEach(name -> lines.put("figures " + name, column("figures", name)));
        DAY.forEach(name -> lines.put("days " + name, column("days", name)));
        return List.copyOf(lines.values());
    }

    /** The name of the way in which it is counted, and of what, where that is a measure of outreach. */
    private static String measure(Figure figure) {
        String of = figure.query().parameters().getString("measure", "");
        return figure.query().name() + (of.isEmpty() ? "" : "/" + of);
    }

    private List<String> column(String file, String name) {
        return List.of("column", file + '.' + name, name, "", messages.get(lang, "insight.column." + name));
    }
}
