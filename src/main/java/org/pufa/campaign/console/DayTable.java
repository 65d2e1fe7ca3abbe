package org.pufa.campaign.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.pufa.campaign.Channel;
import org.pufa.campaign.Definition;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.ledger.Tallies;

/** Entries by day and channel, with totals both ways; each number leads to its rows. */
record DayTable(List<Column> columns, List<DayRow> rows, List<Cell> totals, Cell total) {

    /** A table of more columns nobody can read; the channels with fewer entries share one. */
    private static final int MOST_COLUMNS = 8;
    private static final String OTHERS = "";

    /** @param code of the channel, or "" for all that have no column of their own */
    record Column(String label, String code) {
    }

    /** @param cells one for each column, and the day's total at the end */
    record DayRow(String day, List<Cell> cells) {
    }

    /** @param href address of the rows behind the number, or "" where there are none */
    record Cell(String figure, String href) {
    }

    /** @param entries address of the list of entries */
    static DayTable of(ConsoleWords words, Lang lang, Definition definition, Tallies tallies, String entries) {
        var codes = codes(definition, tallies);
        var counts = tallies.byDayAndChannel();
        var rows = new ArrayList<DayRow>();
        for (var day : new TreeMap<>(tallies.byDay()).descendingMap().entrySet()) {
            var cells = new ArrayList<Cell>();
            codes.forEach(code -> cells.add(code.equals(OTHERS) ? cell(day.getValue() - sum(codes, one ->
                    counts.getOrDefault(day.getKey() + '/' + one, 0L)), "") : cell(counts.getOrDefault(day.getKey() + '/'
                    + code, 0L), entries + "?day=" + day.getKey() + "&ch=" + code)));
            cells.add(cell(day.getValue(), entries + "?day=" + day.getKey()));
            rows.add(new DayRow(Format.day(lang, LocalDate.parse(day.getKey())), cells));
        }
        var byChannel = tallies.byChannel();
        return new DayTable(codes.stream().map(code -> new Column(code.equals(OTHERS) ? words.say(lang, "channel.others")
                : words.channel(lang, definition, code), code)).toList(), rows, codes.stream().map(code ->
                code.equals(OTHERS) ? cell(tallies.participations() - sum(codes, one -> byChannel.getOrDefault(one, 0L)), "")
                        : cell(byChannel.getOrDefault(code, 0L), entries + "?ch=" + code)).toList(),
                cell(tallies.participations(), entries));
    }

    private static long sum(List<String> codes, ToLongFunction<String> count) {
        return codes.stream().filter(code -> !code.equals(OTHERS)).mapToLong(count).sum();
    }

    /**
     * The campaign's channels in their order, those who came directly, and any other that was counted; where they are
     * too many, those with most entries.
     */
    private static List<String> codes(Definition definition, Tallies tallies) {
        var codes = new LinkedHashSet<String>();
        definition.channels().forEach(channel -> codes.add(channel.code()));
        codes.add(Channel.DIRECT);
        codes.addAll(tallies.byChannel().keySet());
        if (codes.size() <= MOST_COLUMNS) {
            return List.copyOf(codes);
        }
        var most = new ArrayList<>(codes.stream().sorted(Comparator.comparing(
                (String code) -> tallies.byChannel().getOrDefault(code, 0L), Comparator.reverseOrder()))
                .limit(MOST_COLUMNS - 1).toList());
        most.add(OTHERS);
        return most;
    }

    private static Cell cell(long number, String href) {
        return new Cell(Format.number(number), number == 0 ? "" : href);
    }
}
