package org.pufa.outreach.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.bank.format.table.TableRow;

/** The row that says what the columns hold, in whatever order they stand. */
final class HeadingRow {

    /** Titles and instructions stand above the headings, but no more rows than this. */
    private static final int ROWS_SEARCHED = 30;
    /** Columns that say nothing of what happened. */
    private static final List<String> IGNORED = List.of("序号", "编号", "no", "合计");

    private final int line;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<String> unknown = new ArrayList<>();

    private HeadingRow(TableRow row, Headings headings) {
        this.line = row.number();
        for (int i = 0; i < row.cells().size(); i++) {
            String heading = Headings.bare(row.cell(i));
            var field = headings.field(heading);
            if (field.isPresent() && !places.containsKey(field.get())) {
                places.put(field.get(), i);
            } else if (!heading.isEmpty() && !IGNORED.contains(heading)) {
                unknown.add(row.cell(i).strip());
            }
        }
    }

    /** The heading row among the first rows: the one that names most; nothing when none names enough. */
    static Optional<HeadingRow> in(List<TableRow> rows, Headings headings) {
        return rows.stream().limit(ROWS_SEARCHED).map(row -> new HeadingRow(row, headings))
                .filter(row -> headings.suffice(row.places.keySet()))
                .reduce((best, other) -> other.places.size() > best.places.size() ? other : best);
    }

    /** The number of the row. */
    int line() {
        return line;
    }

    /** Headings that nobody knows, so that what stands under them is not taken. */
    List<String> unknown() {
        return unknown;
    }

    /** Field to what stands in the row; empty cells are left out. */
    Map<String, String> cells(TableRow row) {
        var cells = new LinkedHashMap<String, String>();
        places.forEach((field, place) -> {
            if (!row.cell(place).isBlank()) {
                cells.put(field, row.cell(place).strip());
            }
        });
        return cells;
    }
}
