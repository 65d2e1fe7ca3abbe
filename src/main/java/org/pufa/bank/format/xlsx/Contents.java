package org.pufa.bank.format.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.pufa.bank.format.OfficeParts;
import org.pufa.bank.format.XmlText;
import org.pufa.bank.intake.UnreadableFile;

/**
 * What a workbook consists of.
 *
 * @param since1904 whether its days are counted from 1904, as old Excel for Mac did
 */
record Contents(List<Sheet> sheets, boolean since1904) {

    private static final int MOST_SHEETS = 100;

    /**
     * A sheet.
     *
     * @param part where its rows are
     */
    record Sheet(String name, String part, boolean hidden) {
    }

    /** @throws UnreadableFile when there are more sheets than anybody reads */
    static Contents of(OfficeParts workbook) throws IOException, XMLStreamException, UnreadableFile {
        var targets = targets(workbook);
        var sheets = new ArrayList<Sheet>();
        boolean since1904 = false;
        XMLStreamReader xml = XmlText.read(workbook.part("xl/workbook.xml")
                .orElseThrow(() -> new IOException("no workbook")));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                since1904 |= xml.getLocalName().equals("workbookPr")
                        && XmlText.attribute(xml, "date1904").filter(text -> text.matches("1|true")).isPresent();
                if (xml.getLocalName().equals("sheet")) {
                    sheets.add(sheet(xml, targets));
                }
                if (sheets.size() > MOST_SHEETS) {
                    throw new UnreadableFile("bank.intake.xlsx.sheets", MOST_SHEETS);
                }
            }
        }
        return new Contents(sheets, since1904);
    }

    private static Sheet sheet(XMLStreamReader xml, Map<String, String> targets) {
        String target = targets.getOrDefault(xml.getAttributeValue(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id"), "");
        boolean hidden = XmlText.attribute(xml, "state").filter(state -> !state.equals("visible")).isPresent();
        return new Sheet(XmlText.attribute(xml, "name").orElse(""),
                target.startsWith("/") ? target : "xl/" + target, hidden);
    }

    private static Map<String, String> targets(OfficeParts workbook) throws IOException, XMLStreamException {
        var targets = new HashMap<String, String>();
        var part = workbook.part("xl/_rels/workbook.xml.rels");
        if (part.isPresent()) {
            XMLStreamReader xml = XmlText.read(part.get());
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Relationship")) {
                    targets.put(XmlText.attribute(xml, "Id").orElse(""), XmlText.attribute(xml, "Target").orElse(""));
                }
            }
        }
        return targets;
    }
}
