package org.pufa.outreach.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.bank.format.table.TableRow;
import org.pufa.bank.format.xlsx.XlsxSheets;
import org.pufa.bank.intake.Reason;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.intake.UnreadableFile;

/** Reads the rows of a spreadsheet; bounded in time and memory, and never on an event loop. */
final class SheetReader {

    /** Largest file, in bytes. */
    static final int LARGEST_FILE = 8 * 1024 * 1024;
    static final int MOST_ROWS = 500;
    private static final int LONGEST_CELL = 2000;
    private static final List<String> SUMS = List.of("合计", "小计", "总计", "共计", "total");

    private SheetReader() {
    }

    /** @throws UnreadableFile when nothing can be taken from the file */
    static Reading read(SourceFile file, Headings headings) throws UnreadableFile {
        byte[] head = file.content();
        if (head.length > LARGEST_FILE) {
            throw new UnreadableFile("outreach.load.large", LARGEST_FILE >> 20);
        } else if (head.length > 1 && head[0] == (byte) 0xD0 && head[1] == (byte) 0xCF) {
            throw new UnreadableFile("outreach.load.old");
        }
        var rows = new ArrayList<SheetRow>();
        var notes = new ArrayList<Reason>();
        boolean found = false;
        for (XlsxSheets.Sheet sheet : XlsxSheets.read(file)) {
            var columns = HeadingRow.in(sheet.rows(), headings);
            found |= columns.isPresent();
            if (columns.isPresent()) {
                take(sheet, columns.get(), rows, notes);
            } else if (!sheet.rows().isEmpty() && !sheet.hidden()) {
                notes.add(Reason.warning("outreach.load.sheet", sheet.name()));
            }
        }
        if (!found) {
            throw new UnreadableFile(headings.missingKey());
        } else if (rows.isEmpty()) {
            throw new UnreadableFile("outreach.load.empty");
        }
        return new Reading(rows, notes);
    }

    private static void take(XlsxSheets.Sheet sheet, HeadingRow columns, List<SheetRow> rows, List<Reason> notes)
            throws UnreadableFile {
        if (!columns.unknown().isEmpty()) {
            notes.add(Reason.warning("outreach.load.columns", sheet.name(), String.join("、", columns.unknown())));
        }
        for (TableRow row : sheet.rows()) {
            var cells = columns.cells(row);
            if (row.number() <= columns.line() || cells.isEmpty()) {
                continue;
            } else if (isSum(row)) {
                notes.add(Reason.warning("outreach.load.sum", sheet.name(), Integer.toString(row.number())));
            } else if (rows.size() == MOST_ROWS) {
                throw new UnreadableFile("outreach.load.many", MOST_ROWS);
            } else {
                rows.add(row(rows.size() + 1, sheet, row, cells));
            }
        }
    }

    /** A row that adds up those above it would count everything twice. */
    private static boolean isSum(TableRow row) {
        return row.cells().stream().map(Headings::bare).filter(cell -> !cell.isEmpty()).limit(2).anyMatch(SUMS::contains);
    }

    private static SheetRow row(int number, XlsxSheets.Sheet sheet, TableRow row, Map<String, String> cells) {
        var reasons = new ArrayList<>(row.reasons());
        cells.replaceAll((field, text) -> {
            if (text.length() > LONGEST_CELL) {
                reasons.add(Reason.refusal("outreach.load.long", LONGEST_CELL));
                return text.substring(0, LONGEST_CELL);
            }
            return text;
        });
        return new SheetRow(number, sheet.name(), row.number(), cells, reasons, Optional.empty());
    }
}
