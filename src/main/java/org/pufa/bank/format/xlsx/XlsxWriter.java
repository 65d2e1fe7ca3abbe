package org.pufa.bank.format.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.pufa.bank.Album;
import org.pufa.bank.Bank;
import org.pufa.bank.BankExport;
import org.pufa.bank.Exported;
import org.pufa.bank.Question;
import org.pufa.bank.format.Carriage;
import org.pufa.bank.format.table.QuestionRows;

/** Writes a workbook with one sheet, a question in each row, to be read and corrected in Excel. */
public final class XlsxWriter implements BankExport {

    /** For pictures, in bytes, so that the file can be read back. */
    private static final long ROOM = 14L << 20;
    private static final int ROWS_IN_MEMORY = 100;
    private static final int CHARACTER = 256;
    private static final int NARROW = 10 * CHARACTER;
    private static final int WIDE = 32 * CHARACTER;
    private static final List<String> WIDE_COLUMNS = List.of("题干", "解析", "法条原文");

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public String contentType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public List<Part> keeps() {
        return List.of(Part.values());
    }

    @Override
    public Exported write(Bank bank, List<Question> questions, Album album) {
        return Carriage.write(questions, Carriage.within(ROOM, album), carried -> bytes(carried, album));
    }

    private static byte[] bytes(List<Question> questions, Album album) {
        try (var workbook = new SXSSFWorkbook(ROWS_IN_MEMORY); var out = new ByteArrayOutputStream()) {
            var rows = new QuestionRows(questions);
            var sheet = workbook.createSheet("题库");
            headings(workbook, sheet, rows.headings());
            var style = wrapped(workbook);
            var pictures = new CellAnchors(workbook, sheet, album);
            for (int i = 0; i < questions.size(); i++) {
                row(sheet, i + 1, rows.cells(questions.get(i)), style);
                pictures.put(i + 1, questions.get(i), rows);
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the disk for temporary files failed", e);
        }
    }

    private static void headings(SXSSFWorkbook workbook, SXSSFSheet sheet, List<String> headings) {
        var bold = workbook.createFont();
        bold.setBold(true);
        var style = workbook.createCellStyle();
        style.setFont(bold);
        row(sheet, 0, headings, style);
        for (int i = 0; i < headings.size(); i++) {
            sheet.setColumnWidth(i, WIDE_COLUMNS.contains(headings.get(i)) ? WIDE
                    : headings.get(i).startsWith("选项") || headings.get(i).equals(QuestionRows.PICTURE) ? 2 * NARROW
                            : NARROW);
        }
        sheet.createFreezePane(0, 1);
    }

    private static CellStyle wrapped(SXSSFWorkbook workbook) {
        var style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static void row(SXSSFSheet sheet, int number, List<String> texts, CellStyle style) {
        var row = sheet.createRow(number);
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                var cell = row.createCell(i);
                cell.setCellValue(SharedTexts.escaped(texts.get(i)));
                cell.setCellStyle(style);
            }
        }
    }
}
