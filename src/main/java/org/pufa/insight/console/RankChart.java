package org.pufa.insight.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pufa.i18n.Format;
import org.pufa.insight.stats.FigureTable;
import org.pufa.insight.stats.FigureTable.Row;

/**
 * The first rows of a table whose rows are ranked, drawn as bars one below the other.
 *
 * @param height of the drawing
 */
record RankChart(String id, String title, String description, int height, List<Bar> bars) {

    private static final int MOST = 8;
    private static final int ROW = 42;
    private static final int WIDTH = 420;
    private static final int LONGEST = 30;

    /** @param labelY base line of the words */
    record Bar(String label, String labelY, String y, String width, String figureX, String figureY, String figure) {
    }

    static RankChart of(Words words, FigureTable table) {
        var rows = table.rows().stream().limit(MOST).toList();
        long highest = rows.stream().mapToLong(row -> row.cells().get(0).map(one -> one.value().longValue()).orElse(0L))
                .max().orElse(0);
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < rows.size(); i++) {
            long value = rows.get(i).cells().get(0).map(one -> one.value().longValue()).orElse(0L);
            double width = highest == 0 ? 0 : Math.max(1, WIDTH * (double) value / highest);
            bars.add(new Bar(shortened(label(words, rows.get(i))), Integer.toString(i * ROW + 14),
                    Integer.toString(i * ROW + 19), number(width), number(width + 8), Integer.toString(i * ROW + 31),
                    Format.number(value)));
        }
        return new RankChart("chart-" + table.code(), words.say("chart.bars", words.label(table.title())),
                rows.isEmpty() || highest == 0 ? words.say("chart.empty")
                        : words.say("chart.most", label(words, rows.get(0)), highest), rows.size() * ROW + 6, bars);
    }

    private static String label(Words words, Row row) {
        return Stream.concat(Stream.of(row.label()), row.about().stream()).map(words::label)
                .collect(Collectors.joining(" · "));
    }

    private static String shortened(String label) {
        return label.codePointCount(0, label.length()) <= LONGEST ? label
                : label.substring(0, label.offsetByCodePoints(0, LONGEST - 1)) + '…';
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
