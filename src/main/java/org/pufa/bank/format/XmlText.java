package org.pufa.bank.format;

import java.io.InputStream;
import java.io.Reader;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** XML from files of strangers: no document type, so no entities and nothing fetched; no deep nesting. */
public final class XmlText {

    private static final int DEEPEST = 200;
    private static final XMLInputFactory FACTORY = factory();

    private XmlText() {
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Calls of the reader fail with an {@link XMLStreamException} at anything that is not plain, sound XML. */
    public static XMLStreamReader read(InputStream in) throws XMLStreamException {
        Reader text = XmlBytes.text(in);
        synchronized (FACTORY) {
            return new Guarded(FACTORY.createXMLStreamReader(text));
        }
    }

    /** The text of the element that begins here, without that of elements in it; leaves the reader at its end. */
    public static String text(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        int depth = 0;
        while (depth >= 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (depth == 0 && xml.isCharacters()) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    /** The value of an attribute, whatever its namespace. */
    public static Optional<String> attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** Stops at what no honest file needs. */
    private static final class Guarded extends StreamReaderDelegate {

        private int depth;

        Guarded(XMLStreamReader xml) {
            super(xml);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = step();
            depth += event == START_ELEMENT ? 1 : event == END_ELEMENT ? -1 : 0;
            if (event == DTD || event == ENTITY_REFERENCE || depth > DEEPEST) {
                throw new XMLStreamException("not plain XML", getLocation());
            }
            return event;
        }

        /** The parser of the JDK lets other exceptions out at some broken files. */
        private int step() throws XMLStreamException {
            try {
                return super.next();
            } catch (RuntimeException e) {
                throw new XMLStreamException("broken XML", e);
            }
        }
    }
}
