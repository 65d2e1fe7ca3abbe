package org.pufa.bank.format.docx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.pufa.bank.format.OfficeLinks;
import org.pufa.bank.format.OfficeParts;
import org.pufa.bank.format.XmlText;
import org.pufa.bank.format.table.QuestionTable;
import org.pufa.bank.format.table.TableRow;
import org.pufa.bank.format.text.Figures;
import org.pufa.bank.format.text.Line;
import org.pufa.bank.format.text.Signs;
import org.pufa.bank.intake.RawQuestion;

/** Walks through the body of a document and writes down what a reader of the printed page sees. */
final class Body {

    private static final int MOST_LINES = 150_000;
    /** What was deleted, or stands in the file a second time for older programs. */
    private static final Set<String> UNSEEN = Set.of("Fallback", "del", "moveFrom", "instrText", "delText");

    private final Numbering numbering;
    private final OfficeLinks links;
    private final Figures figures = new Figures();
    private final List<Line> lines = new ArrayList<>();
    private final List<RawQuestion> tabled = new ArrayList<>();
    private final Deque<Paragraph> open = new ArrayDeque<>();
    private final Deque<Table> tables = new ArrayDeque<>();
    private final Deque<Drawing> drawings = new ArrayDeque<>();
    private int paragraphs;
    private boolean inRun;

    /** A table while it is being read; its lines are kept apart until it is known what it is. */
    private static final class Table {

        private final List<TableRow> rows = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private List<String> cells = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private int row;
    }

    /** A drawing while it is being read. */
    private static final class Drawing {

        private String alt = "";
        /** Whether it shows a picture or words, which are read for themselves, or is only a rule across the page. */
        private boolean read;
    }

    Body(Numbering numbering, OfficeLinks links) {
        this.numbering = numbering;
        this.links = links;
    }

    List<Line> lines() {
        return lines;
    }

    Figures figures() {
        return figures;
    }

    /** The questions of tables with headings. */
    List<RawQuestion> tabled() {
        return tabled;
    }

    void read(InputStream document) throws XMLStreamException, IOException {
        XMLStreamReader xml = XmlText.read(document);
        int unseen = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            boolean hides = (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT)
                    && UNSEEN.contains(xml.getLocalName());
            unseen += !hides ? 0 : event == XMLStreamConstants.START_ELEMENT ? 1 : -1;
            if (unseen == 0 && event == XMLStreamConstants.START_ELEMENT) {
                begin(xml);
            } else if (unseen == 0 && event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName());
            }
        }
    }

    private void begin(XMLStreamReader xml) throws XMLStreamException, IOException {
        switch (xml.getLocalName()) {
            case "p" -> open.push(new Paragraph());
            case "tbl" -> tables.push(new Table());
            case "tr" -> beginRow();
            case "r" -> beginRun();
            case "drawing", "pict", "object" -> drawings.push(new Drawing());
            default -> {
                if (!open.isEmpty()) {
                    within(xml, open.peek());
                }
            }
        }
    }

    private void beginRow() {
        if (!tables.isEmpty()) {
            tables.peek().cells = new ArrayList<>();
            tables.peek().row = paragraphs + 1;
        }
    }

    private void beginRun() {
        inRun = true;
        if (!open.isEmpty()) {
            open.peek().beginRun();
        }
    }

    private void within(XMLStreamReader xml, Paragraph paragraph) throws XMLStreamException, IOException {
        switch (xml.getLocalName()) {
            case "pStyle" -> paragraph.style = Numbering.value(xml);
            case "numId" -> paragraph.list = Numbering.value(xml);
            case "ilvl" -> paragraph.level = Numbering.number(Numbering.value(xml));
            case "color" -> {
                if (inRun && isRed(Numbering.value(xml))) {
                    paragraph.red();
                }
            }
            case "t" -> paragraph.add(Signs.without(XmlText.text(xml)));
            case "tab", "ptab" -> paragraph.add(inRun ? "\t" : "");
            case "br", "cr" -> paragraph.add("\n");
            case "noBreakHyphen" -> paragraph.add("-");
            case "sym" -> paragraph.add(symbol(XmlText.attribute(xml, "char").orElse("")));
            default -> {
                if (!drawings.isEmpty()) {
                    drawn(xml, paragraph, drawings.peek());
                }
            }
        }
    }

    /** Red enough to have been chosen as red, whatever the exact shade. */
    private static boolean isRed(String color) {
        if (!color.matches("[0-9A-Fa-f]{6}")) {
            return color.equalsIgnoreCase("red");
        }
        int shade = Integer.parseInt(color, 16);
        return (shade >> 16) >= 0xB0 && (shade >> 8 & 0xFF) <= 0x50 && (shade & 0xFF) <= 0x50;
    }

    /** Ticks and crosses of the symbol fonts. */
    private static String symbol(String code) {
        return switch (code.toUpperCase(java.util.Locale.ROOT)) {
            case "F0FC", "F050", "F0FE", "F052" -> "√";
            case "F0FB", "F04F", "F0FD", "F051" -> "×";
            default -> "\uFFFD";
        };
    }

    private void drawn(XMLStreamReader xml, Paragraph paragraph, Drawing drawing) throws IOException {
        switch (xml.getLocalName()) {
            case "docPr" -> drawing.alt = XmlText.attribute(xml, "descr").orElse(drawing.alt);
            case "shape", "rect" -> {
                drawing.alt = XmlText.attribute(xml, "alt").orElse(drawing.alt);
                drawing.read |= XmlText.attribute(xml, "hr").isPresent();
            }
            case "blip" -> picture(paragraph, drawing, XmlText.attribute(xml, "embed").orElse(""));
            case "imagedata" -> picture(paragraph, drawing, XmlText.attribute(xml, "id").orElse(""));
            default -> {
            }
        }
    }

    private void picture(Paragraph paragraph, Drawing drawing, String id) throws IOException {
        drawing.read = true;
        paragraph.add(Signs.picture(figures.add(paragraphs + 1, drawing.alt, links.picture(id))));
    }

    private void endDrawing() {
        if (!drawings.isEmpty() && !drawings.pop().read && !open.isEmpty()) {
            open.peek().add(Signs.picture(figures.addDrawing(paragraphs + 1)));
        }
    }

    private void end(String name) throws IOException {
        switch (name) {
            case "r" -> {
                inRun = false;
                if (!open.isEmpty()) {
                    open.peek().endRun();
                }
            }
            case "p" -> {
                if (!open.isEmpty()) {
                    finish(open.pop());
                }
            }
            case "drawing", "pict", "object" -> endDrawing();
            case "tc" -> endCell();
            case "tr" -> endRow();
            case "tbl" -> endTable();
            default -> {
            }
        }
    }

    private void finish(Paragraph paragraph) throws IOException {
        paragraphs++;
        String text = Signs.behindWords(paragraph.text());
        if (!drawings.isEmpty() && !Signs.words(text).isBlank()) {
            drawings.peek().read = true;
        }
        var style = numbering.place(paragraph.style);
        var place = paragraph.list != null ? new Numbering.Place(paragraph.list, paragraph.level) : style;
        String label = place == null || text.isBlank() ? "" : numbering.label(place);
        var target = tables.isEmpty() ? lines : tables.peek().lines;
        for (String line : (label + text).split("\n", -1)) {
            figures.set(line);
            target.add(new Line(paragraphs, line));
        }
        if (!tables.isEmpty()) {
            var cell = tables.peek().cell;
            cell.append(cell.length() == 0 || text.isBlank() ? "" : "\n").append(label).append(text);
        }
        if (target.size() > MOST_LINES) {
            throw new OfficeParts.TooLarge();
        }
    }

    private void endCell() {
        if (!tables.isEmpty()) {
            tables.peek().cells.add(tables.peek().cell.toString());
            tables.peek().cell.setLength(0);
        }
    }

    private void endRow() {
        if (!tables.isEmpty()) {
            tables.peek().rows.add(TableRow.marked(tables.peek().row, tables.peek().cells));
        }
    }

    /** A table with headings holds a question in each row; any other only sets text beside text. */
    private void endTable() {
        if (tables.isEmpty()) {
            return;
        }
        Table table = tables.pop();
        var questions = tables.isEmpty() ? QuestionTable.read(table.rows, figures) : Optional.<List<RawQuestion>>empty();
        if (questions.isPresent()) {
            tabled.addAll(questions.get());
        } else {
            (tables.isEmpty() ? lines : tables.peek().lines).addAll(table.lines);
        }
    }
}
