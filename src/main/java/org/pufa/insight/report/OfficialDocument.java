package org.pufa.insight.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * A Word file laid out as official documents are (GB/T 9704-2012): A4 with 37, 35, 28 and 26 mm of margin, 22 lines of 28
 * characters, the title in 2号小标宋, the text in 3号仿宋, headings in 黑体 and 楷体, the page number between dashes, outside
 * on odd and even pages. The fonts are named with others to fall back on and none is embedded.
 */
final class OfficialDocument {

    private static final int TOP = mm(37);
    private static final int BOTTOM = mm(35);
    private static final int LEFT = mm(28);
    private static final int RIGHT = mm(26);
    private static final int WIDTH = mm(210);
    private static final int HEIGHT = mm(297);
    /** The page number stands 7 mm below the text. */
    private static final int FOOTER = BOTTOM - mm(7) - 14 * 20;
    /** 225 mm of text in 22 lines. */
    private static final int LINE = (HEIGHT - TOP - BOTTOM) / 22;
    /** 28 characters of 16 points are a little wider than 156 mm; in twentieths of a point. */
    private static final int CLOSER = (WIDTH - LEFT - RIGHT) / 28 - 16 * 20 - 1;
    private static final int TWO_CHARACTERS = 200;
    private static final int ONE_CHARACTER = 16 * 20;

    private static final double BODY = 16;
    private static final double TITLE = 22;
    private static final double NUMBER = 14;
    private static final double SMALL = 10.5;

    private final XWPFDocument file = new XWPFDocument();
    private int bookmark;

    OfficialDocument() {
        CTSectPr page = file.getDocument().getBody().addNewSectPr();
        var size = page.addNewPgSz();
        size.setW(big(WIDTH));
        size.setH(big(HEIGHT));
        var margins = page.addNewPgMar();
        margins.setTop(big(TOP));
        margins.setBottom(big(BOTTOM));
        margins.setLeft(big(LEFT));
        margins.setRight(big(RIGHT));
        margins.setHeader(big(mm(15)));
        margins.setFooter(big(FOOTER));
        margins.setGutter(big(0));
        var grid = page.addNewDocGrid();
        // a grid of characters too would give each letter two places in programs that never let one stand out of its own
        grid.setType(STDocGrid.LINES);
        grid.setLinePitch(big(LINE));
        file.setEvenAndOddHeadings(true);
        pageNumber(HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
        pageNumber(HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
        OfficialFonts.name(file);
        ordinaryLetters();
    }

    private void ordinaryLetters() {
        var styles = CTStyles.Factory.newInstance();
        var letters = styles.addNewDocDefaults().addNewRPrDefault().addNewRPr();
        OfficialFonts.set(letters, OfficialFonts.FANG, BODY);
        var ordinary = styles.addNewStyle();
        ordinary.setType(STStyleType.PARAGRAPH);
        ordinary.setStyleId("a");
        ordinary.setDefault(Boolean.TRUE);
        ordinary.addNewName().setVal("Normal");
        OfficialFonts.set(ordinary.addNewRPr(), OfficialFonts.FANG, BODY);
        file.createStyles().setStyles(styles);
    }

    static int mm(double millimetres) {
        return (int) Math.round(millimetres * 1440 / 25.4);
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }

    /** — 1 —, one character in from the outer edge. */
    private void pageNumber(HeaderFooterType pages, ParagraphAlignment side) {
        XWPFFooter footer = file.createFooter(pages);
        XWPFParagraph line = footer.createParagraph();
        line.setAlignment(side);
        if (side == ParagraphAlignment.RIGHT) {
            line.setIndentationRight(ONE_CHARACTER);
        } else {
            line.setIndentationLeft(ONE_CHARACTER);
        }
        run(line, "— ", OfficialFonts.SONG, NUMBER);
        var field = line.getCTP().addNewFldSimple();
        field.setInstr("PAGE \\* MERGEFORMAT");
        var number = field.addNewR();
        new XWPFRun(number, (org.apache.poi.xwpf.usermodel.IRunBody) line).setText("1");
        OfficialFonts.set(number.addNewRPr(), OfficialFonts.SONG, NUMBER);
        run(line, " —", OfficialFonts.SONG, NUMBER);
    }

    /** The title of the whole: 2号小标宋, centred. */
    void title(String text) {
        XWPFParagraph line = paragraph();
        line.setAlignment(ParagraphAlignment.CENTER);
        run(line, text, OfficialFonts.TITLE, TITLE);
        exact(line, (int) Math.round(TITLE * 20 * 1.5));
        paragraph();
    }

    /** A heading of the first level, such as 三、普法宣传. */
    void heading(String text) {
        XWPFParagraph line = indented();
        line.setKeepNext(true);
        outline(line, 0);
        run(line, text, OfficialFonts.HEI, BODY);
    }

    /** A heading of the second level, such as （一）网上普法. */
    void subheading(String text) {
        XWPFParagraph line = indented();
        line.setKeepNext(true);
        outline(line, 1);
        run(line, text, OfficialFonts.KAI, BODY);
    }

    private static void outline(XWPFParagraph line, int level) {
        line.getCTPPr().addNewOutlineLvl().setVal(big(level));
    }

    /** A paragraph to be filled with {@link #words} and {@link #reference}. */
    XWPFParagraph indented() {
        XWPFParagraph line = paragraph();
        line.getCTPPr().getInd();
        var indent = line.getCTPPr().isSetInd() ? line.getCTPPr().getInd() : line.getCTPPr().addNewInd();
        indent.setFirstLineChars(big(TWO_CHARACTERS));
        indent.setFirstLine(big(2 * ONE_CHARACTER));
        return line;
    }

    void words(XWPFParagraph line, String text) {
        run(line, text, OfficialFonts.FANG, BODY);
    }

    /** Words that lead to a bookmark further on, and are one themselves, so that one can come back. */
    void reference(XWPFParagraph line, String text, String mark, String here, String there) {
        begin(line, here);
        run(line, text, OfficialFonts.FANG, BODY);
        XWPFRun sign = link(line, mark, there, BODY);
        sign.setVerticalAlignment("superscript");
        end(line);
    }

    private XWPFRun link(XWPFParagraph line, String text, String anchor, double points) {
        var link = line.getCTP().addNewHyperlink();
        link.setAnchor(anchor);
        var run = new XWPFRun(link.addNewR(), (org.apache.poi.xwpf.usermodel.IRunBody) line);
        run.setText(text);
        OfficialFonts.set(run.getCTR().addNewRPr(), OfficialFonts.FANG, points);
        return run;
    }

    private void begin(XWPFParagraph line, String name) {
        var start = line.getCTP().addNewBookmarkStart();
        start.setId(big(bookmark));
        start.setName(name);
    }

    private void end(XWPFParagraph line) {
        line.getCTP().addNewBookmarkEnd().setId(big(bookmark++));
    }

    /** A line in small letters without indentation, as below a table. */
    void remark(String text) {
        XWPFParagraph line = paragraph();
        exact(line, 18 * 20);
        offTheGrid(line);
        run(line, text, OfficialFonts.FANG, SMALL);
    }

    /** The title of a table, on a new page. */
    void tableTitle(String text) {
        XWPFParagraph line = paragraph();
        line.setPageBreak(true);
        line.setKeepNext(true);
        line.setAlignment(ParagraphAlignment.CENTER);
        outline(line, 0);
        run(line, text, OfficialFonts.HEI, BODY);
    }

    /**
     * A table whose heading stands again on every page.
     *
     * @param widths of the columns in millimetres, 156 in all
     */
    XWPFTable table(List<Double> widths, List<String> headings) {
        XWPFTable table = file.createTable(1, widths.size());
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(WIDTH - LEFT - RIGHT);
        var grid = table.getCTTbl().getTblGrid() == null ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        widths.forEach(width -> grid.addNewGridCol().setW(big(mm(width))));
        table.getRow(0).setRepeatHeader(true);
        for (int i = 0; i < headings.size(); i++) {
            cell(table.getRow(0).getCell(i), mm(widths.get(i)), headings.get(i), OfficialFonts.HEI);
        }
        return table;
    }

    /** Adds a row. @return its cells, to be filled further */
    List<XWPFTableCell> row(XWPFTable table, List<Double> widths, List<String> texts) {
        var row = table.createRow();
        row.setCantSplitRow(true);
        for (int i = 0; i < texts.size(); i++) {
            cell(row.getCell(i), mm(widths.get(i)), texts.get(i), OfficialFonts.FANG);
        }
        return row.getTableCells();
    }

    private void cell(XWPFTableCell cell, int width, String text, OfficialFonts font) {
        cell.setWidth(Integer.toString(width));
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        XWPFParagraph line = cell.getParagraphs().get(0);
        exact(line, 16 * 20);
        offTheGrid(line);
        if (!text.isEmpty()) {
            run(line, text, font, SMALL);
        }
    }

    /** Makes a cell the place to which a reference leads, and from which one comes back. */
    void anchor(XWPFTableCell cell, String mark, String here, String back) {
        XWPFParagraph line = cell.getParagraphs().get(0);
        begin(line, here);
        link(line, mark, back, SMALL);
        end(line);
    }

    /** A link to a page. */
    void outward(XWPFTableCell cell, String text, String url) {
        XWPFParagraph line = cell.getParagraphs().get(0);
        var run = line.createHyperlinkRun(url);
        run.setText(text);
        OfficialFonts.set(run.getCTR().addNewRPr(), OfficialFonts.FANG, SMALL);
    }

    XWPFDocument file() {
        return file;
    }

    /** Width of the text. */
    static int textWidthEmu() {
        return (WIDTH - LEFT - RIGHT) * Units.EMU_PER_DXA;
    }

    private XWPFParagraph paragraph() {
        XWPFParagraph line = file.createParagraph();
        exact(line, LINE);
        return line;
    }

    private static void exact(XWPFParagraph line, int twips) {
        var properties = line.getCTP().isSetPPr() ? line.getCTP().getPPr() : line.getCTP().addNewPPr();
        var spacing = properties.isSetSpacing() ? properties.getSpacing() : properties.addNewSpacing();
        spacing.setLine(big(twips));
        spacing.setLineRule(STLineSpacingRule.EXACT);
        spacing.setBefore(big(0));
        spacing.setAfter(big(0));
    }

    /** Small letters stand as close as they are, not one in each place of the grid. */
    private static void offTheGrid(XWPFParagraph line) {
        line.getCTP().getPPr().addNewSnapToGrid().setVal(Boolean.FALSE);
    }

    private static XWPFRun run(XWPFParagraph line, String text, OfficialFonts font, double points) {
        XWPFRun run = line.createRun();
        run.setText(text);
        OfficialFonts.set(run.getCTR().addNewRPr(), font, points);
        if (points == BODY) {
            run.setCharacterSpacing(CLOSER);
        }
        return run;
    }

    byte[] bytes() {
        try (file) {
            var out = new ByteArrayOutputStream();
            file.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
