package org.pufa.bank.format.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.pufa.bank.format.OfficeParts;
import org.pufa.bank.format.XmlText;

/** The texts that cells of a workbook refer to by number. */
final class SharedTexts {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int MOST = 1_000_000;

    private final List<String> texts = new ArrayList<>();

    static SharedTexts in(OfficeParts workbook) throws IOException, XMLStreamException {
        var shared = new SharedTexts();
        var part = workbook.part("xl/sharedStrings.xml");
        if (part.isPresent()) {
            XMLStreamReader xml = XmlText.read(part.get());
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
                    shared.add(rich(xml));
                }
            }
        }
        return shared;
    }

    private void add(String text) throws XMLStreamException {
        if (texts.size() >= MOST) {
            throw new XMLStreamException("more texts than a workbook of questions has");
        }
        texts.add(text);
    }

    /** The text with that number; "" when there is none. */
    String text(int number) {
        return number >= 0 && number < texts.size() ? texts.get(number) : "";
    }

    /** The text of an {@code si} or {@code is} element: all its runs, without the readings beside them. */
    static String rich(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        int depth = 0;
        while (depth >= 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
                text.append(XmlText.text(xml));
            } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("rPh")) {
                skip(xml);
            } else {
                depth += event == XMLStreamConstants.START_ELEMENT ? 1
                        : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            }
        }
        return unescaped(text.toString());
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0;) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    /** Excel writes a line feed as _x000A_ in some places. */
    static String unescaped(String text) {
        return text.indexOf("_x") < 0 ? text : ESCAPED.matcher(text).replaceAll(found ->
                Matcher.quoteReplacement(
                        Character.toString((char) Integer.parseInt(found.group(1), 16))));
    }

    /** A text from which {@link #unescaped} gives this one back. */
    static String escaped(String text) {
        return text.indexOf("_x") < 0 ? text : ESCAPED.matcher(text).replaceAll("_x005F_x$1_");
    }
}
