package org.pufa.bank.format.xlsx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pufa.bank.format.table.TableRow;

/** Cells merged over several rows: their text belongs to each of the rows. */
final class MergedCells {

    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3}(\\d{1,7})):[A-Z]{1,3}(\\d{1,7})");
    private static final int TALLEST = 500;
    private static final int MOST = 20_000;

    private record Range(int column, int first, int last) {
    }

    private final List<Range> ranges = new ArrayList<>();

    void add(String reference) {
        Matcher range = RANGE.matcher(reference);
        if (range.matches() && ranges.size() < MOST) {
            int first = Integer.parseInt(range.group(2));
            int last = Integer.parseInt(range.group(3));
            if (last > first && last - first < TALLEST) {
                ranges.add(new Range(SheetRows.column(range.group(1)).orElse(0), first, last));
            }
        }
    }

    /** The rows with the texts of merged cells in each of them. */
    List<TableRow> filled(List<TableRow> rows) {
        if (ranges.isEmpty()) {
            return rows;
        }
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            places.put(rows.get(i).number(), i);
        }
        var filled = new ArrayList<>(rows);
        ranges.forEach(range -> fill(filled, range, places));
        return filled;
    }

    private static void fill(List<TableRow> rows, Range range, Map<Integer, Integer> places) {
        Integer top = places.get(range.first);
        if (top == null || rows.get(top).cell(range.column).isBlank()) {
            return;
        }
        String text = rows.get(top).cell(range.column);
        for (int number = range.first + 1; number <= range.last; number++) {
            Integer place = places.get(number);
            if (place != null) {
                rows.set(place, with(rows.get(place), range.column, text));
            }
        }
    }

    private static TableRow with(TableRow row, int column, String text) {
        var cells = new ArrayList<>(row.cells());
        if (cells.size() <= column) {
            cells.addAll(Collections.nCopies(column + 1 - cells.size(), ""));
        }
        cells.set(column, text);
        Set<Integer> continued = new HashSet<>(row.continued());
        continued.add(column);
        return new TableRow(row.number(), cells, continued, row.reasons());
    }
}
