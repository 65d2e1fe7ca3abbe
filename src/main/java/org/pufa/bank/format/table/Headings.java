package org.pufa.bank.format.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The row that says what the columns hold. */
final class Headings {

    /** Titles and instructions stand above the headings, but no more rows than this. */
    private static final int ROWS_SEARCHED = 30;

    private final TableRow row;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final Map<Integer, Integer> options = new TreeMap<>();
    private final List<String> unknown = new ArrayList<>();

    private Headings(TableRow row) {
        this.row = row;
        for (int i = 0; i < row.cells().size(); i++) {
            add(row.cell(i), i);
        }
    }

    private void add(String heading, int place) {
        var column = Column.of(heading);
        OptionalInt option = Column.option(heading);
        if (option.isPresent()) {
            options.putIfAbsent(option.getAsInt(), place);
        } else if (column.isPresent() && (column.get() == Column.ASIDE || !columns.containsKey(column.get()))) {
            columns.putIfAbsent(column.get(), place);
        } else if (!heading.isBlank()) {
            unknown.add(heading.strip());
        }
    }

    /** The heading row among the first rows: the one that names most; nothing when none names stem and answer. */
    static Optional<Headings> in(List<TableRow> rows) {
        Headings best = null;
        for (TableRow row : rows.subList(0, Math.min(rows.size(), ROWS_SEARCHED))) {
            var headings = new Headings(row);
            if (headings.suffice() && (best == null || headings.known() > best.known())) {
                best = headings;
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean suffice() {
        return columns.containsKey(Column.STEM) && (columns.containsKey(Column.ANSWER)
                || columns.containsKey(Column.OPTIONS) || options.size() > 1);
    }

    private int known() {
        return columns.size() + options.size();
    }

    /** Whether the row says the same as this one, as when the headings come again on each printed page. */
    boolean areIn(TableRow other) {
        return row.cells().stream().map(String::strip).toList()
                .equals(other.cells().stream().map(String::strip).toList());
    }

    TableRow row() {
        return row;
    }

    /** Headings that nobody knows, so that what stands under them is not taken. */
    List<String> unknown() {
        return unknown;
    }

    String text(TableRow from, Column column) {
        return columns.containsKey(column) ? from.cell(columns.get(column)) : "";
    }

    /** Whether the cell of that column began in a row above. */
    boolean continues(TableRow from, Column column) {
        return columns.containsKey(column) && from.continued().contains(columns.get(column));
    }

    /** What stands in a column: one of the known sorts, or nothing for one without a heading that is known. */
    Optional<Column> column(int place) {
        return options.containsValue(place) ? Optional.of(Column.OPTION) : columns.entrySet().stream()
                .filter(entry -> entry.getValue() == place).map(Map.Entry::getKey).findFirst();
    }

    /** Which option stands in a column, from 0 for the first of those that there are. */
    int option(int place) {
        return List.copyOf(options.values()).indexOf(place);
    }

    /** The cells of the option columns with their signs. */
    List<String> markedOptions(TableRow from) {
        return options.values().stream().map(place -> place < from.marked().size() ? from.marked().get(place) : "")
                .toList();
    }

    /** The cell of that column with its signs. */
    String marked(TableRow from, Column column) {
        Integer place = columns.get(column);
        return place != null && place < from.marked().size() ? from.marked().get(place) : "";
    }

    /** The texts of the option columns, in the order of letters; "" for an empty cell. */
    List<String> options(TableRow from) {
        return options.values().stream().map(from::cell).toList();
    }
}
