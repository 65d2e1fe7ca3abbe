package org.pufa.bank.format.docx;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.pufa.bank.format.XmlText;
import org.pufa.bank.format.OfficeParts;

/** The pictures packed into a document; one that is linked from outside, missing or too large is empty. */
final class Media {

    private static final int LARGEST = 5 * 1024 * 1024;
    private static final byte[] NONE = new byte[0];

    private final OfficeParts parts;
    private final Map<String, String> idToPart;

    private Media(OfficeParts parts, Map<String, String> idToPart) {
        this.parts = parts;
        this.idToPart = idToPart;
    }

    static Media in(OfficeParts parts) throws IOException, XMLStreamException {
        var idToPart = new HashMap<String, String>();
        var relations = parts.part("word/_rels/document.xml.rels");
        if (relations.isPresent()) {
            XMLStreamReader xml = XmlText.read(relations.get());
            while (xml.hasNext()) {
                boolean relation = xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship");
                if (relation && XmlText.attribute(xml, "TargetMode").filter("External"::equals).isEmpty()) {
                    idToPart.put(XmlText.attribute(xml, "Id").orElse(""), part(XmlText.attribute(xml, "Target")
                            .orElse("")));
                }
            }
        }
        return new Media(parts, idToPart);
    }

    private static String part(String target) {
        return target.startsWith("/") ? target.substring(1)
                : target.startsWith("../") ? target.substring(3) : "word/" + target;
    }

    byte[] picture(String id) throws IOException {
        var part = idToPart.containsKey(id) ? parts.part(idToPart.get(id)) : java.util.Optional.<java.io.InputStream>empty();
        if (part.isEmpty()) {
            return NONE;
        }
        byte[] content = part.get().readNBytes(LARGEST + 1);
        return content.length > LARGEST ? NONE : content;
    }
}
