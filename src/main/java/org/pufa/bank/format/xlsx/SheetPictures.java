package org.pufa.bank.format.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.pufa.bank.format.OfficeLinks;
import org.pufa.bank.format.OfficeParts;
import org.pufa.bank.format.XmlText;
import org.pufa.bank.format.table.TableRow;
import org.pufa.bank.format.text.Figures;
import org.pufa.bank.format.text.Signs;

/** The pictures that lie over one sheet, each belonging to the cell where its upper left corner is. */
final class SheetPictures {

    private static final int NOWHERE = -1;

    private final Figures figures;
    private final Map<Integer, List<Placed>> rowToPlaced = new HashMap<>();
    private int row = NOWHERE;
    private int column;
    private String alt = "";
    private boolean read;

    /** @param column from 0 */
    private record Placed(int column, String sign) {
    }

    private SheetPictures(Figures figures) {
        this.figures = figures;
    }

    /** @param sheet the part in which its rows are */
    static SheetPictures of(OfficeParts workbook, String sheet, Figures figures)
            throws IOException, XMLStreamException {
        var pictures = new SheetPictures(figures);
        for (String drawing : OfficeLinks.of(workbook, sheet).parts("drawing")) {
            var part = workbook.part(drawing);
            if (part.isPresent()) {
                pictures.read(XmlText.read(part.get()), OfficeLinks.of(workbook, drawing));
            }
        }
        return pictures;
    }

    private void read(XMLStreamReader xml, OfficeLinks links) throws IOException, XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin(xml, links);
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().endsWith("Anchor")) {
                endAnchor();
            }
        }
    }

    private void begin(XMLStreamReader xml, OfficeLinks links) throws IOException, XMLStreamException {
        switch (xml.getLocalName()) {
            case "twoCellAnchor", "oneCellAnchor", "absoluteAnchor" -> {
                row = NOWHERE;
                read = false;
            }
            case "from" -> from(xml);
            case "cNvPr" -> alt = XmlText.attribute(xml, "descr").orElse("");
            case "blip" -> {
                read = true;
                add(figures.add(row, alt, links.picture(XmlText.attribute(xml, "embed").orElse(""))));
            }
            default -> {
            }
        }
    }

    private void from(XMLStreamReader xml) throws XMLStreamException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                String text = XmlText.text(xml).strip();
                int number = text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
                row = name.equals("row") ? number + 1 : row;
                column = name.equals("col") ? Math.min(number, SheetRows.MOST_COLUMNS - 1) : column;
            }
        }
    }

    /** A chart or a shape is no picture. */
    private void endAnchor() {
        if (!read) {
            add(figures.addDrawing(row));
        }
    }

    private void add(int index) {
        rowToPlaced.computeIfAbsent(row, first -> new ArrayList<>()).add(new Placed(column, Signs.picture(index)));
    }

    /** The rows with the signs of their pictures. */
    List<TableRow> in(List<TableRow> rows) {
        return rowToPlaced.isEmpty() ? rows : rows.stream().map(this::signed).toList();
    }

    private TableRow signed(TableRow row) {
        TableRow signed = row;
        for (Placed one : rowToPlaced.getOrDefault(row.number(), List.of())) {
            signed = signed.signed(one.column(), one.sign());
        }
        return signed;
    }
}
