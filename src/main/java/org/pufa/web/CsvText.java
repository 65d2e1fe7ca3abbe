package org.pufa.web;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** Rows as spreadsheets read them without harm: UTF-8 with a mark in front, and no cell that they would compute. */
public final class CsvText {

    private static final char MARK = '\uFEFF';
    private static final String COMPUTED = "=+-@\t\r";

    private CsvText() {
    }

    /** The beginning of a file. */
    public static Buffer heading(List<String> names) {
        return Buffer.buffer(MARK + lines(List.of(names)));
    }

    /** More of it. */
    public static Buffer rows(List<List<String>> rows) {
        return Buffer.buffer(lines(rows));
    }

    /** The same with numbers among the cells: those stay numbers, also where they begin with a minus. */
    public static Buffer records(List<? extends List<?>> rows) {
        return Buffer.buffer(lines(rows));
    }

    private static String lines(List<? extends List<?>> rows) {
        var out = new StringBuilder();
        try {
            for (List<?> row : rows) {
                CSVFormat.EXCEL.printRecord(out, row.stream().map(CsvText::cell).toArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static Object cell(Object cell) {
        return cell instanceof BigDecimal number ? number.toPlainString()
                : cell instanceof Number ? cell : harmless(String.valueOf(cell));
    }

    /** A text that a spreadsheet would take for a formula begins with an apostrophe. */
    public static String harmless(String cell) {
        return !cell.isEmpty() && COMPUTED.indexOf(cell.charAt(0)) >= 0 ? '\'' + cell : cell;
    }
}
