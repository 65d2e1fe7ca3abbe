package org.pufa.bank.format.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.pufa.bank.intake.SourceFile;

/** Workbooks as staff make them, built for a test. */
final class Sheets {

    private Sheets() {
    }

    static SourceFile workbook(Consumer<XSSFWorkbook> filling) {
        try (var workbook = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            filling.accept(workbook);
            workbook.write(out);
            return new SourceFile("a.xlsx", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A null leaves the cell out. */
    static Row row(XSSFSheet sheet, int number, Object... cells) {
        var row = sheet.createRow(number - 1);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number number1) {
                row.createCell(i).setCellValue(number1.doubleValue());
            } else if (cells[i] != null) {
                row.createCell(i).setCellValue(cells[i].toString());
            }
        }
        return row;
    }
}
