package org.pufa.bank.format.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pufa.bank.format.text.Signs;
import org.pufa.bank.intake.Reason;

/**
 * A row of a table.
 *
 * @param number of the row or line in its file, from 1
 * @param cells from the first column on; an empty cell is ""
 * @param continued columns whose cell began in a row above and reaches down into this one
 * @param reasons what the reader of the file noticed in this row
 * @param marked the cells with the signs that show what is red; the same as the cells where nothing can be
 */
public record TableRow(int number, List<String> cells, Set<Integer> continued, List<Reason> reasons,
        List<String> marked) {

    public TableRow {
        cells = List.copyOf(cells);
        continued = Set.copyOf(continued);
        reasons = List.copyOf(reasons);
        marked = List.copyOf(marked);
    }

    public TableRow(int number, List<String> cells, Set<Integer> continued, List<Reason> reasons) {
        this(number, cells, continued, reasons, cells);
    }

    /** The same row with these signs besides in one of its cells. */
    public TableRow signed(int column, String signs) {
        var more = new ArrayList<>(marked);
        while (more.size() <= column) {
            more.add("");
        }
        more.set(column, more.get(column) + signs);
        return new TableRow(number, cells, continued, reasons, more);
    }

    /** A row of a document, whose cells hold {@link Signs}. */
    public static TableRow marked(int number, List<String> cells) {
        return new TableRow(number, cells.stream().map(Signs::words).toList(), Set.of(), List.of(), cells);
    }

    public TableRow(int number, List<String> cells) {
        this(number, cells, Set.of(), List.of());
    }

    /** The text of that column; "" beyond the end of the row. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
