package org.pufa.insight.export;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.streams.WriteStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.pufa.insight.stats.Everything;
import org.pufa.insight.stats.Figure;
import org.pufa.insight.stats.FigureTable;

/** A workbook of all tables. Rows go to the disk as they are written; numbers are numbers and texts never formulas. */
final class Workbook {

    private static final int ROWS_IN_MEMORY = 200;
    private static final int CHARACTER = 256;
    private static final int WIDE = 28;
    private static final int NARROW = 16;
    private static final int LONGEST_CELL = 32_000;

    private final Everything all;
    private final Sheets sheets;
    private final Set<String> names = new HashSet<>();

    Workbook(Everything all, Sheets sheets) {
        this.all = all;
        this.sheets = sheets;
    }

    /** On a context of Vert.x: the file is made on a worker and then sent. */
    Future<Void> write(WriteStream<Buffer> out) {
        var vertx = Objects.requireNonNull(Vertx.currentContext(), "not on a context").owner();
        return vertx.executeBlocking(this::file, false).compose(file -> vertx.fileSystem().open(file.toString(),
                        new OpenOptions().setRead(true).setWrite(false).setDeleteOnClose(true))
                .compose(opened -> send(opened, out)));
    }

    private static Future<Void> send(AsyncFile file, WriteStream<Buffer> out) {
        return file.pipe().endOnComplete(false).to(out).eventually(file::close);
    }

    private Path file() {
        try {
            Path file = Files.createTempFile("statistics", ".xlsx");
            try (var workbook = new SXSSFWorkbook(ROWS_IN_MEMORY); var out = Files.newOutputStream(file)) {
                workbook.setCompressTempFiles(true);
                fill(workbook);
                workbook.write(out);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("the disk for temporary files failed", e);
        }
    }

    private void fill(SXSSFWorkbook workbook) {
        var font = workbook.createFont();
        font.setBold(true);
        var bold = workbook.createCellStyle();
        bold.setFont(font);
        all.tables().forEach(table -> table(sheet(workbook, table.title().in(sheets.messages(), sheets.lang())), table,
                bold));
        rows(sheet(workbook, say("sheet.days")), Sheets.DAY, all.days().stream().map(sheets::day).toList(), bold);
        rows(sheet(workbook, say("sheet.codebook")), Sheets.CODEBOOK, sheets.codebook(all.tables()), bold);
    }

    private String say(String key, Object... args) {
        return sheets.messages().get(sheets.lang(), "insight." + key, args);
    }

    /** Names of sheets are short, free of some signs, and each once. */
    private SXSSFSheet sheet(SXSSFWorkbook workbook, String title) {
        String name = WorkbookUtil.createSafeSheetName(title);
        for (int i = 2; !names.add(name); i++) {
            name = WorkbookUtil.createSafeSheetName(title.substring(0, Math.min(title.length(), 24)) + ' ' + i);
        }
        return workbook.createSheet(name);
    }

    /** As on the page: title, period, headings, figures, and what they count. */
    private void table(SXSSFSheet sheet, FigureTable table, CellStyle bold) {
        var headings = new ArrayList<>(List.of(table.rowHeading().in(sheets.messages(), sheets.lang()), say("about")));
        table.columns().forEach(column -> headings.add(column.label().in(sheets.messages(), sheets.lang())
                + column.unit().filter(unit -> !unit.name().zh().isEmpty())
                .map(unit -> say("unit.in", unit.name())).orElse("")));
        widths(sheet, headings.size());
        var period = all.selection().period();
        int line = row(sheet, 0, List.of(table.title().in(sheets.messages(), sheets.lang())), bold);
        line = row(sheet, line, List.of(say("period", period.from().toString(), period.last().toString())
                + table.asOf().map(at -> "  " + say("as-of", Sheets.moment(at))).orElse("")), null);
        line = row(sheet, line, headings, bold);
        for (FigureTable.Row row : table.rows()) {
            var cells = new ArrayList<Object>(List.of(row.label().in(sheets.messages(), sheets.lang()), sheets.about(row)));
            row.cells().forEach(cell -> cells.add(cell.<Object>map(Figure::value).orElse("")));
            line = row(sheet, line, cells, null);
        }
        for (String key : table.definitions()) {
            line = row(sheet, line, List.of(sheets.messages().get(sheets.lang(), key)), null);
        }
        for (var note : table.notes()) {
            line = row(sheet, line, List.of(note.in(sheets.messages(), sheets.lang())), null);
        }
    }

    private static void rows(SXSSFSheet sheet, List<String> headings, List<? extends List<?>> rows, CellStyle bold) {
        widths(sheet, headings.size());
        sheet.createFreezePane(0, 1);
        int line = row(sheet, 0, headings, bold);
        for (List<?> row : rows) {
            line = row(sheet, line, row, null);
        }
    }

    private static void widths(SXSSFSheet sheet, int columns) {
        for (int i = 0; i < columns; i++) {
            sheet.setColumnWidth(i, (i < 2 ? WIDE : NARROW) * CHARACTER);
        }
    }

    /** @return the number of the next line */
    private static int row(SXSSFSheet sheet, int number, List<?> cells, CellStyle style) {
        var row = sheet.createRow(number);
        for (int i = 0; i < cells.size(); i++) {
            var cell = row.createCell(i);
            if (cells.get(i) instanceof Number value) {
                cell.setCellValue(value.doubleValue());
            } else {
                String text = String.valueOf(cells.get(i));
                cell.setCellValue(text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL));
            }
            if (style != null) {
                cell.setCellStyle(style);
            }
        }
        return number + 1;
    }
}
