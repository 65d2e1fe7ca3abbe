package org.pufa.bank.format.xlsx;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.pufa.bank.format.OfficeLinks;
import org.pufa.bank.format.OfficeParts;
import org.pufa.bank.format.XmlText;
import org.pufa.bank.format.text.Figures;
import org.pufa.bank.format.text.Signs;

/** The pictures that WPS keeps inside cells: a formula names each of them by its id. */
final class CellPictures {

    private static final String PART = "xl/cellimages.xml";
    private static final Pattern FORMULA = Pattern.compile("=?(?:_xlfn\\.)?DISPIMG\\(\\s*\"([^\"]{1,100})\".*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final Figures figures;
    private final Map<String, Inside> idToPicture = new HashMap<>();

    private record Inside(String alt, byte[] content) {
    }

    private CellPictures(Figures figures) {
        this.figures = figures;
    }

    static CellPictures in(OfficeParts workbook, Figures figures) throws IOException, XMLStreamException {
        var pictures = new CellPictures(figures);
        var part = workbook.part(PART);
        if (part.isPresent()) {
            pictures.read(XmlText.read(part.get()), OfficeLinks.of(workbook, PART));
        }
        return pictures;
    }

    private void read(XMLStreamReader xml, OfficeLinks links) throws IOException, XMLStreamException {
        String id = "";
        String alt = "";
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("cNvPr")) {
                id = XmlText.attribute(xml, "name").orElse("");
                alt = XmlText.attribute(xml, "descr").orElse("");
            } else if (xml.isStartElement() && xml.getLocalName().equals("blip")) {
                idToPicture.put(id, new Inside(alt, links.picture(XmlText.attribute(xml, "embed").orElse(""))));
            }
        }
    }

    /** The sign of the picture that such a formula shows; nothing for any other text. @param row from 1 */
    Optional<String> sign(String formula, int row) {
        Matcher match = FORMULA.matcher(formula);
        if (!match.matches()) {
            return Optional.empty();
        }
        var inside = idToPicture.getOrDefault(match.group(1), new Inside("", new byte[0]));
        return Optional.of(Signs.picture(figures.add(row, inside.alt(), inside.content())));
    }
}
