package org.pufa.outreach;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Spreadsheets as staff make them. */
public final class Workbooks {

    private Workbooks() {
    }

    /** @param rows cells between strokes; a number is written as one */
    public static byte[] sheet(String name, String... rows) {
        try (var workbook = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet(name);
            for (int i = 0; i < rows.length; i++) {
                var row = sheet.createRow(i);
                String[] cells = rows[i].split("\\|", -1);
                for (int j = 0; j < cells.length; j++) {
                    if (cells[j].matches("-?\\d{1,9}(\\.\\d+)?")) {
                        row.createCell(j).setCellValue(Double.parseDouble(cells[j]));
                    } else if (!cells[j].isEmpty()) {
                        row.createCell(j).setCellValue(cells[j]);
                    }
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
