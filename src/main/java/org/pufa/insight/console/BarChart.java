package org.pufa.insight.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pufa.i18n.Format;
import org.pufa.insight.stats.FigureTable;
import org.pufa.insight.stats.FigureTable.Row;

/**
 * The first figures of a table's rows, drawn as bars side by side.
 *
 * @param id unique on its page
 * @param description what is to be seen in it, for those who cannot
 */
record BarChart(String id, String title, String description, List<Tick> ticks, List<Bar> bars, List<Mark> marks,
        boolean empty) {

    private static final int LEFT = 52;
    private static final int WIDTH = 440;
    private static final int TOP = 14;
    private static final int BOTTOM = 164;
    private static final int MARKS = 6;
    private static final int FEWEST = 7;

    /** A line across, with its number. */
    record Tick(String y, String labelY, String label) {
    }

    record Bar(String x, String y, String width, String height) {
    }

    /** A word below. */
    record Mark(String x, String label) {
    }

    static BarChart of(Words words, FigureTable table) {
        var values = table.rows().stream().map(BarChart::value).toList();
        long highest = values.stream().mapToLong(Long::longValue).max().orElse(0);
        long step = step(highest);
        double wide = (double) WIDTH / Math.max(values.size(), FEWEST);
        var bars = new ArrayList<Bar>();
        var marks = new ArrayList<Mark>();
        int every = Math.max(1, (values.size() + MARKS - 1) / MARKS);
        for (int i = 0; i < values.size(); i++) {
            double top = y(values.get(i), step);
            bars.add(new Bar(number(LEFT + (i + 0.15) * wide), number(top), number(wide * 0.7), number(BOTTOM - top)));
            if (i % every == 0) {
                marks.add(new Mark(number(LEFT + (i + 0.5) * wide), words.label(table.rows().get(i).label())));
            }
        }
        return new BarChart("chart-" + table.code(), words.say("chart.bars", words.label(table.title())),
                description(words, table, values, highest), ticks(step), bars, marks, highest == 0);
    }

    private static long value(Row row) {
        return row.cells().get(0).map(figure -> figure.value().longValue()).orElse(0L);
    }

    private static String description(Words words, FigureTable table, List<Long> values, long highest) {
        return highest == 0 ? words.say("chart.empty") : words.say("chart.most",
                words.label(table.rows().get(values.indexOf(highest)).label()), highest);
    }

    /** The smallest of 1, 2, 5 × 10ⁿ of which at most five cover {@code highest}. */
    private static long step(long highest) {
        for (long power = 1; ; power *= 10) {
            for (long digit : new long[] {1, 2, 5}) {
                if (digit * power * 5 >= highest) {
                    return digit * power;
                }
            }
        }
    }

    private static List<Tick> ticks(long step) {
        var ticks = new ArrayList<Tick>();
        for (int i = 0; i <= 5; i++) {
            double y = y(i * step, step);
            ticks.add(new Tick(number(y), number(y + 4), Format.number(i * step)));
        }
        return ticks;
    }

    private static double y(long value, long step) {
        return BOTTOM - (BOTTOM - TOP) * (double) value / (5 * step);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
