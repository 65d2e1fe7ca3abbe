package org.pufa.bank.format;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What one part of an office file refers to; what lies outside of the file is never followed. */
public final class OfficeLinks {

    private final OfficeParts parts;
    private final Map<String, Link> idToLink = new LinkedHashMap<>();

    /** @param type the last word of the kind of link, such as drawing @param part "" where it leads out of the file */
    private record Link(String type, String part) {
    }

    private OfficeLinks(OfficeParts parts) {
        this.parts = parts;
    }

    /** The links of that part; none where it has none. */
    public static OfficeLinks of(OfficeParts parts, String part) throws IOException, XMLStreamException {
        var links = new OfficeLinks(parts);
        int slash = part.lastIndexOf('/') + 1;
        var rels = parts.part(part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels");
        if (rels.isPresent()) {
            XMLStreamReader xml = XmlText.read(rels.get());
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Relationship")) {
                    links.add(xml, part.substring(0, slash));
                }
            }
        }
        return links;
    }

    private void add(XMLStreamReader xml, String folder) {
        String type = XmlText.attribute(xml, "Type").orElse("");
        boolean outside = XmlText.attribute(xml, "TargetMode").filter("External"::equals).isPresent();
        idToLink.put(XmlText.attribute(xml, "Id").orElse(""), new Link(type.substring(type.lastIndexOf('/') + 1),
                outside ? "" : resolved(folder, XmlText.attribute(xml, "Target").orElse(""))));
    }

    private static String resolved(String folder, String target) {
        var steps = new ArrayDeque<String>();
        for (String step : (target.startsWith("/") ? target : folder + target).split("/")) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    /** The parts to which links of that kind lead. */
    public List<String> parts(String type) {
        return idToLink.values().stream().filter(link -> link.type().equals(type) && !link.part().isEmpty())
                .map(Link::part).toList();
    }

    /** The picture behind a link; nothing in it when it is not in the file. */
    public byte[] picture(String id) throws IOException {
        var link = Optional.ofNullable(idToLink.get(id)).filter(one -> !one.part().isEmpty());
        return link.isEmpty() ? new byte[0] : parts.picture(link.get().part());
    }
}
