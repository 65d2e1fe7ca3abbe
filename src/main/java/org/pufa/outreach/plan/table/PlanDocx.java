package org.pufa.outreach.plan.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/**
 * The official table as a document after GB/T 9704-2012: A4 across with its head at the binding, title in 小标宋 of 22
 * points, table in 仿宋 with its headings on every page, page numbers between dashes.
 */
public final class PlanDocx {

    /** What such a file is. */
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String TITLE = "方正小标宋简体";
    private static final String BODY = "仿宋_GB2312";
    private static final String HEADING = "黑体";
    private static final String SECOND = "楷体_GB2312";
    private static final String NUMBER = "宋体";
    /** Twentieths of a point in a millimetre. */
    private static final double MM = 1440 / 25.4;
    /** Widths of the columns in millimetres: 225, what an A4 sheet across has between its margins. */
    private static final int[] WIDTHS = {11, 24, 38, 23, 36, 36, 23, 18, 16};
    private static final double TABLE_POINTS = 10.5;
    /** Fonts that are missing on many machines, each with what takes its place; none is embedded. */
    private static final String FONTS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
            <w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font>\
            <w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>\
            <w:font w:name="楷体_GB2312"><w:altName w:val="楷体"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>\
            </w:fonts>""";

    private PlanDocx() {
    }

    /**
     * The file. Takes a moment; never on an event loop.
     *
     * @param below the line under the title
     * @param rows cells in the order of {@link PlanTable#HEADINGS}
     * @param signature whose list it is and its day, one below the other at the end
     */
    public static byte[] write(String title, String below, List<List<String>> rows, List<String> signature) {
        try (var document = new XWPFDocument(); var out = new ByteArrayOutputStream()) {
            fonts(document);
            page(document);
            line(document, title, TITLE, 22, ParagraphAlignment.CENTER);
            line(document, below, SECOND, 14, ParagraphAlignment.CENTER);
            table(document, rows);
            for (String text : signature) {
                var paragraph = line(document, text, BODY, 16, ParagraphAlignment.RIGHT);
                paragraph.setIndentationRight(4 * 16 * 20);
            }
            document.setEvenAndOddHeadings(true);
            number(document, HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
            number(document, HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
            document.write(out);
            return out.toByteArray();
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException("a buffer never fails, and the names of parts are ours", e);
        }
    }

    private static void fonts(XWPFDocument document) throws InvalidFormatException {
        var name = PackagingURIHelper.createPartName("/word/fontTable.xml");
        var part = document.getPackage().createPart(name,
                "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml");
        document.getPackagePart().addRelationship(name, TargetMode.INTERNAL,
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable");
        try (var out = part.getOutputStream()) {
            out.write(FONTS.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer never fails", e);
        }
    }

    /** A page turned with its head to the binding: 28 mm there, 37 mm at the head of the upright page. */
    private static void page(XWPFDocument document) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(twips(297));
        size.setH(twips(210));
        size.setOrient(STPageOrientation.LANDSCAPE);
        var margins = section.addNewPgMar();
        margins.setTop(twips(28));
        margins.setBottom(twips(26));
        margins.setLeft(twips(35));
        margins.setRight(twips(37));
        margins.setHeader(twips(15));
        margins.setFooter(twips(14));
        margins.setGutter(BigInteger.ZERO);
    }

    private static BigInteger twips(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * MM));
    }

    private static XWPFParagraph line(XWPFDocument document, String text, String font, int points,
            ParagraphAlignment alignment) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingAfter(points * 6);
        write(paragraph, text, font, points);
        return paragraph;
    }

    private static XWPFRun write(XWPFParagraph paragraph, String text, String font, double points) {
        var run = paragraph.createRun();
        if (!text.isEmpty()) {
            run.setText(text);
        }
        run.setFontSize(points);
        for (var range : XWPFRun.FontCharRange.values()) {
            run.setFontFamily(font, range);
        }
        return run;
    }

    private static void table(XWPFDocument document, List<List<String>> rows) {
        var table = document.createTable(rows.size() + 1, WIDTHS.length);
        layout(table);
        fill(table, 0, PlanTable.HEADINGS, HEADING);
        table.getRow(0).setRepeatHeader(true);
        for (int i = 0; i < rows.size(); i++) {
            fill(table, i + 1, rows.get(i), BODY);
            table.getRow(i + 1).setCantSplitRow(true);
        }
    }

    private static void layout(XWPFTable table) {
        table.setCellMargins(40, 60, 40, 60);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        var grid = table.getCTTbl().getTblGrid() == null ? table.getCTTbl().addNewTblGrid() : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (int width : WIDTHS) {
            grid.addNewGridCol().setW(twips(width));
        }
    }

    private static void fill(XWPFTable table, int number, List<String> cells, String font) {
        var row = table.getRow(number);
        for (int i = 0; i < WIDTHS.length; i++) {
            XWPFTableCell cell = row.getCell(i);
            cell.setWidth(twips(WIDTHS[i]).toString());
            cell.setVerticalAlignment(XWPFVertAlign.CENTER);
            var paragraph = cell.getParagraphs().get(0);
            paragraph.setAlignment(number == 0 || i == 0 || i == 6 ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
            write(paragraph, cells.get(i), font, TABLE_POINTS);
        }
    }

    /** — 1 —, 14 points: at the right of odd pages, at the left of even ones, one character in. */
    private static void number(XWPFDocument document, HeaderFooterType pages, ParagraphAlignment alignment) {
        var footer = document.createFooter(pages);
        var paragraph = footer.getParagraphs().isEmpty() ? footer.createParagraph() : footer.getParagraphs().get(0);
        paragraph.setAlignment(alignment);
        if (alignment == ParagraphAlignment.RIGHT) {
            paragraph.setIndentationRight(14 * 20);
        } else {
            paragraph.setIndentationLeft(14 * 20);
        }
        write(paragraph, "— ", NUMBER, 14);
        field(paragraph, STFldCharType.BEGIN, null);
        field(paragraph, null, "PAGE");
        field(paragraph, STFldCharType.END, null);
        write(paragraph, " —", NUMBER, 14);
    }

    private static void field(XWPFParagraph paragraph, STFldCharType.Enum mark, String instruction) {
        var run = write(paragraph, "", NUMBER, 14);
        if (mark != null) {
            run.getCTR().addNewFldChar().setFldCharType(mark);
        } else {
            run.getCTR().addNewInstrText().setStringValue(instruction);
        }
    }
}
