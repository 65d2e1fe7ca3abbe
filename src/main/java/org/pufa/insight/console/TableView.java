package org.pufa.insight.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pufa.insight.stats.Figure;
import org.pufa.insight.stats.FigureTable;
import org.pufa.insight.stats.FigureTable.Column;

/**
 * A table as it is shown.
 *
 * @param asOf until when was counted, or ""
 * @param more that not all rows are shown, or ""
 * @param definitions what each column counts
 */
record TableView(String code, String title, String rowHeading, List<String> columns, List<Line> rows, String asOf,
        String more, List<String> notes, List<String> definitions) {

    /** @param about what the row is, or "" @param href or "" */
    record Line(String label, String about, String href, List<Cell> cells) {
    }

    /** @param href of the rows behind the number, or "" */
    record Cell(String figure, String href) {
    }

    /** @param most rows that are shown */
    static TableView of(Words words, FigureTable table, int most) {
        int all = table.rows().size();
        var notes = table.notes().stream().map(words::label).toList();
        return new TableView(table.code(), words.label(table.title()), words.label(table.rowHeading()),
                table.columns().stream().map(words::heading).toList(),
                table.rows().stream().limit(most).map(row -> line(words, table.columns(), row)).toList(),
                table.asOf().map(words::asOf).orElse(""),
                all <= most ? "" : words.say("more-rows", most, all), notes,
                table.definitions().stream().map(key -> words.messages().get(words.lang(), key)).toList());
    }

    private static Line line(Words words, List<Column> columns, FigureTable.Row row) {
        var cells = IntStream.range(0, columns.size()).mapToObj(i -> new Cell(words.cell(row.cells().get(i),
                columns.get(i).unit().isEmpty()), row.cells().get(i).map(Figure::href).orElse(""))).toList();
        return new Line(words.label(row.label()), row.about().stream().map(words::label)
                .collect(Collectors.joining(" · ")), row.href(), cells);
    }

    /** Definitions of several tables, each once. */
    static List<String> definitions(Stream<TableView> tables) {
        return new ArrayList<>(tables.flatMap(table -> table.definitions().stream()).distinct().toList());
    }
}
