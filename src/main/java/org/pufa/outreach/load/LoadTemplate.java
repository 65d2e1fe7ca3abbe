package org.pufa.outreach.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.outreach.ActivityKind;
import org.pufa.outreach.Audience;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.Counted;
import org.pufa.outreach.Measure;

/** An empty spreadsheet with every heading that is understood, and a sheet that says what may stand below them. */
public final class LoadTemplate {

    private static final int CHARACTER = 256;
    private static final List<String> COLUMNS = List.of("kind", "title", "starts", "ends", "place", "district", "laws",
            "audience", "partners", "given", "counted");

    private LoadTemplate() {
    }

    /** The file. Takes a moment; never on an event loop. */
    public static byte[] write(Catalogue catalogue, Messages messages, Lang lang) {
        try (var workbook = new SXSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            var font = workbook.createFont();
            font.setBold(true);
            var bold = workbook.createCellStyle();
            bold.setFont(font);
            var headings = new ArrayList<String>();
            COLUMNS.forEach(column -> headings.add(messages.get(lang, "outreach.load.column." + column)));
            catalogue.measures().forEach(measure -> headings.add(measure.label(lang)));
            headings.add(messages.get(lang, "outreach.load.column.notes"));
            var sheet = workbook.createSheet(messages.get(lang, "outreach.load.template.sheet"));
            row(sheet, 0, headings, bold);
            for (int i = 0; i < headings.size(); i++) {
                sheet.setColumnWidth(i, (headings.get(i).length() + (i == 1 ? 24 : 6)) * 2 * CHARACTER);
            }
            sheet.createFreezePane(2, 1);
            explain(workbook.createSheet(messages.get(lang, "outreach.load.template.explained")), catalogue, messages, lang,
                    bold);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the disk for temporary files failed", e);
        }
    }

    private static void explain(SXSSFSheet sheet, Catalogue catalogue, Messages messages, Lang lang, CellStyle bold) {
        var lines = new ArrayList<List<String>>();
        COLUMNS.forEach(column -> lines.add(List.of(messages.get(lang, "outreach.load.column." + column),
                messages.get(lang, "outreach.load.explain." + column))));
        lines.add(List.of(messages.get(lang, "outreach.load.column.kind"),
                names(lang, catalogue.kinds().stream().map(ActivityKind::name).toList())));
        lines.add(List.of(messages.get(lang, "outreach.load.column.audience"),
                names(lang, catalogue.audiences().stream().map(Audience::name).toList())));
        lines.add(List.of(messages.get(lang, "outreach.load.column.counted"), Arrays.stream(Counted.values())
                .filter(Counted::isTyped).map(way -> messages.get(lang, "outreach.counted." + way.code()))
                .collect(Collectors.joining("、"))));
        catalogue.kinds().forEach(kind -> lines.add(List.of(kind.name().in(lang), kind.measures().stream()
                .map((Measure measure) -> measure.label(lang)).collect(Collectors.joining("、")))));
        for (int i = 0; i < lines.size(); i++) {
            row(sheet, i, lines.get(i), i < COLUMNS.size() ? bold : null);
        }
        sheet.setColumnWidth(0, 20 * CHARACTER);
        sheet.setColumnWidth(1, 120 * CHARACTER);
    }

    private static String names(Lang lang, List<LocalText> names) {
        return names.stream().map(name -> name.in(lang)).collect(Collectors.joining("、"));
    }

    /** @param style of the first cell, or null */
    private static void row(SXSSFSheet sheet, int number, List<String> texts, CellStyle style) {
        var row = sheet.createRow(number);
        for (int i = 0; i < texts.size(); i++) {
            var cell = row.createCell(i);
            cell.setCellValue(texts.get(i));
            if (style != null && (number == 0 || i == 0)) {
                cell.setCellStyle(style);
            }
        }
    }
}
