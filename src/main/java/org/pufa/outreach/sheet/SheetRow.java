package org.pufa.outreach.sheet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pufa.bank.intake.Reason;

/**
 * A row of a spreadsheet as it was read.
 *
 * @param number in the file, from 1
 * @param line in its sheet
 * @param cells field of the form to what stands in the row
 * @param reasons what the reader of the file noticed
 * @param leftOut decided by hand; nothing for what is usual
 */
public record SheetRow(int number, String sheet, int line, Map<String, String> cells, List<Reason> reasons,
        Optional<Boolean> leftOut) {

    public SheetRow {
        Objects.requireNonNull(sheet);
        cells = Map.copyOf(cells);
        reasons = List.copyOf(reasons);
        Objects.requireNonNull(leftOut);
    }

    /** What stands under that field, or "". */
    public String cell(String field) {
        return cells.getOrDefault(field, "");
    }
}
