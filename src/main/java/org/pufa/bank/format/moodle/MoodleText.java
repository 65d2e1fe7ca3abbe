package org.pufa.bank.format.moodle;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.pufa.bank.format.HtmlText;
import org.pufa.bank.format.XmlText;

/**
 * An element that holds a text and perhaps files: {@code <questiontext format="html"><text>…}.
 *
 * @param text as people read it
 * @param fraction percent of the points, where the element is an answer
 * @param feedback of an answer
 */
record MoodleText(String text, List<Attached> files, double fraction, String feedback) {

    private static final List<String> PICTURES = List.of(".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp");

    /**
     * A file that comes with a text.
     *
     * @param content nothing when it could not be decoded
     */
    record Attached(String name, byte[] content) {

        boolean isPicture() {
            String lower = name.toLowerCase(Locale.ROOT);
            return content.length > 0 && PICTURES.stream().anyMatch(lower::endsWith);
        }
    }

    /** Reads the element that begins here, to its end; it holds HTML unless it says otherwise. */
    static MoodleText read(XMLStreamReader xml) throws XMLStreamException {
        return read(xml, XmlText.attribute(xml, "format").orElse("html"));
    }

    /** Reads an element that never holds HTML, such as a name. */
    static String plain(XMLStreamReader xml) throws XMLStreamException {
        return read(xml, "plain_text").text();
    }

    private static MoodleText read(XMLStreamReader xml, String format) throws XMLStreamException {
        double fraction = fraction(XmlText.attribute(xml, "fraction").orElse("0"));
        var text = new StringBuilder();
        var files = new ArrayList<Attached>();
        var feedback = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "text" -> text.append(XmlText.text(xml));
                    case "file" -> files.add(file(xml));
                    case "feedback" -> feedback.append(read(xml).text());
                    default -> XmlText.text(xml);
                }
            } else if (xml.isCharacters()) {
                text.append(xml.getText().isBlank() ? "" : xml.getText());
            }
        }
        boolean html = !format.equals("plain_text") && !format.equals("markdown");
        return new MoodleText(html ? HtmlText.plain(text.toString()) : text.toString(), files, fraction,
                feedback.toString());
    }

    private static double fraction(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Attached file(XMLStreamReader xml) throws XMLStreamException {
        String name = XmlText.attribute(xml, "name").orElse("");
        boolean coded = XmlText.attribute(xml, "encoding").filter("base64"::equals).isPresent();
        String text = XmlText.text(xml);
        try {
            return new Attached(name, coded ? Base64.getMimeDecoder().decode(text) : new byte[0]);
        } catch (IllegalArgumentException e) {
            return new Attached(name, new byte[0]);
        }
    }
}
