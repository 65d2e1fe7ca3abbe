package org.pufa.insight.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The annex as a workbook: numbers as numbers, and of what counts people a chart that the spreadsheet draws itself. */
final class SectionXlsx {

    private static final int[] WIDTHS = {6, 40, 16, 14, 8, 60, 40};
    private static final int FIRST_ROW = 3;
    private static final int MOST_BARS = 20;
    private static final String PEOPLE = "人";

    private final ReportWords words;

    SectionXlsx(ReportWords words) {
        this.words = words;
    }

    byte[] write(Section section) {
        try (var book = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet(words.say("xlsx.annex"));
            for (int i = 0; i < WIDTHS.length; i++) {
                sheet.setColumnWidth(i, WIDTHS[i] * 256);
            }
            sheet.createRow(0).createCell(0).setCellValue(section.title());
            sheet.createRow(1).createCell(0).setCellValue(words.say("annex.snapshot",
                    org.pufa.i18n.Format.moment(org.pufa.i18n.Lang.ZH, section.counted()), section.hash()));
            heading(sheet.createRow(FIRST_ROW - 1), style(book, true));
            CellStyle style = style(book, false);
            for (Section.Source source : section.annex()) {
                row(sheet.createRow(FIRST_ROW - 1 + source.number()), source, style);
            }
            sheet.createFreezePane(2, FIRST_ROW);
            sheet.setRepeatingRows(CellRangeAddress.valueOf(FIRST_ROW + ":" + FIRST_ROW));
            sheet.getPrintSetup().setLandscape(true);
            sheet.setFitToPage(true);
            sheet.getPrintSetup().setFitHeight((short) 0);
            chart(book, section);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CellStyle style(XSSFWorkbook book, boolean heading) {
        CellStyle style = book.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderTop(BorderStyle.THIN);
        if (heading) {
            style.setAlignment(HorizontalAlignment.CENTER);
            var font = book.createFont();
            font.setBold(true);
            style.setFont(font);
        }
        return style;
    }

    private void heading(XSSFRow row, CellStyle style) {
        var names = List.of("annex.number", "annex.label", "annex.written", "annex.exact", "annex.unit",
                "annex.definition", "annex.remark");
        for (int i = 0; i < names.size(); i++) {
            var cell = row.createCell(i);
            cell.setCellValue(words.say(names.get(i)));
            cell.setCellStyle(style);
        }
    }

    private static void row(XSSFRow row, Section.Source source, CellStyle style) {
        for (int i = 0; i < WIDTHS.length; i++) {
            row.createCell(i).setCellStyle(style);
        }
        row.getCell(0).setCellValue(source.number());
        row.getCell(1).setCellValue(source.label());
        row.getCell(2).setCellValue(source.written());
        row.getCell(3).setCellValue(source.value().doubleValue());
        row.getCell(4).setCellValue(source.unit());
        row.getCell(5).setCellValue(source.definition());
        row.getCell(6).setCellValue(source.remark());
    }

    /** A sheet with bars of what is counted in 人; nothing where there is none. */
    private void chart(XSSFWorkbook book, Section section) {
        var people = section.annex().stream().filter(source -> source.unit().equals(PEOPLE)).limit(MOST_BARS).toList();
        if (people.isEmpty()) {
            return;
        }
        XSSFSheet sheet = book.createSheet(words.say("xlsx.people"));
        sheet.setColumnWidth(0, 40 * 256);
        for (int i = 0; i < people.size(); i++) {
            XSSFRow row = sheet.createRow(i);
            row.createCell(0).setCellValue(people.get(i).label());
            row.createCell(1).setCellValue(people.get(i).value().doubleValue());
        }
        var drawing = sheet.createDrawingPatriarch();
        var chart = drawing.createChart(drawing.createAnchor(0, 0, 0, 0, 3, 0, 13, 10 + people.size()));
        chart.setTitleText(words.say("xlsx.people"));
        chart.setTitleOverlay(false);
        var names = chart.createCategoryAxis(AxisPosition.LEFT);
        var numbers = chart.createValueAxis(AxisPosition.BOTTOM);
        numbers.setMinimum(0);
        int last = people.size() - 1;
        var data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, names, numbers);
        data.setBarDirection(BarDirection.BAR);
        data.addSeries(XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(0, last, 0, 0)),
                XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(0, last, 1, 1)))
                .setTitle(words.say("xlsx.people"), null);
        chart.plot(data);
    }
}
