package org.pufa.outreach.plan.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The official table as a workbook, to be printed on A4 across, its headings on every page. */
public final class PlanXlsx {

    /** What such a file is. */
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int CHARACTER = 256;
    /** Widths in characters; together they fill a page. */
    private static final int[] WIDTHS = {6, 16, 26, 15, 24, 26, 14, 13, 12};
    private static final int HEADING_ROW = 2;

    private PlanXlsx() {
    }

    /**
     * The file. Takes a moment; never on an event loop.
     *
     * @param below the line under the title
     * @param rows cells in the order of {@link PlanTable#HEADINGS}
     * @param notes what is explained on a second sheet: lines of two cells; none for no such sheet
     */
    public static byte[] write(String title, String below, List<List<String>> rows, List<List<String>> notes) {
        try (var workbook = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("普法责任清单");
            heads(workbook, sheet, title, below);
            var headed = style(workbook, "黑体", 11, true, HorizontalAlignment.CENTER);
            var plain = style(workbook, "仿宋_GB2312", 11, true, HorizontalAlignment.LEFT);
            var centred = style(workbook, "仿宋_GB2312", 11, true, HorizontalAlignment.CENTER);
            row(sheet, HEADING_ROW, PlanTable.HEADINGS, headed, headed);
            for (int i = 0; i < rows.size(); i++) {
                row(sheet, HEADING_ROW + 1 + i, rows.get(i), plain, centred);
            }
            page(workbook, sheet);
            if (!notes.isEmpty()) {
                explain(workbook, notes);
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer never fails", e);
        }
    }

    private static void heads(XSSFWorkbook workbook, XSSFSheet sheet, String title, String below) {
        var first = sheet.createRow(0);
        first.setHeightInPoints(36);
        first.createCell(0).setCellValue(title);
        first.getCell(0).setCellStyle(style(workbook, "方正小标宋简体", 22, false, HorizontalAlignment.CENTER));
        var second = sheet.createRow(1);
        second.createCell(0).setCellValue(below);
        second.getCell(0).setCellStyle(style(workbook, "楷体_GB2312", 12, false, HorizontalAlignment.CENTER));
        int last = PlanTable.HEADINGS.size() - 1;
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, last));
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, last));
    }

    private static XSSFCellStyle style(XSSFWorkbook workbook, String name, int points, boolean framed,
            HorizontalAlignment across) {
        var font = workbook.createFont();
        font.setFontName(name);
        font.setFontHeightInPoints((short) points);
        var style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(across);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        if (framed) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }

    private static void row(XSSFSheet sheet, int number, List<String> cells, XSSFCellStyle plain, XSSFCellStyle first) {
        var row = sheet.createRow(number);
        for (int i = 0; i < cells.size(); i++) {
            var cell = row.createCell(i);
            if (i == 0 && cells.get(0).matches("\\d{1,6}")) {
                cell.setCellValue(Integer.parseInt(cells.get(0)));
            } else {
                cell.setCellValue(cells.get(i));
            }
            cell.setCellStyle(i == 0 || i == 6 ? first : plain);
        }
    }

    private static void page(XSSFWorkbook workbook, XSSFSheet sheet) {
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * CHARACTER);
        }
        sheet.createFreezePane(0, HEADING_ROW + 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEADING_ROW, HEADING_ROW, -1, -1));
        var print = sheet.getPrintSetup();
        print.setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        workbook.setActiveSheet(0);
    }

    private static void explain(XSSFWorkbook workbook, List<List<String>> notes) {
        var sheet = workbook.createSheet("填写说明");
        for (int i = 0; i < notes.size(); i++) {
            var row = sheet.createRow(i);
            row.createCell(0).setCellValue(notes.get(i).get(0));
            row.createCell(1).setCellValue(notes.get(i).get(1));
        }
        sheet.setColumnWidth(0, 22 * CHARACTER);
        sheet.setColumnWidth(1, 110 * CHARACTER);
    }
}
