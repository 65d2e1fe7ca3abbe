package org.pufa.bank.format.moodle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.pufa.bank.format.Base64Text;
import org.pufa.bank.format.HtmlText;
import org.pufa.bank.format.XmlText;

/**
 * An element that holds a text and perhaps files: {@code <questiontext format="html"><text>…}.
 *
 * @param text as people read it
 * @param images that the text shows
 * @param fraction percent of the points, where the element is an answer
 * @param feedback of an answer
 * @param illustrated whether pictures belong to the feedback
 */
record MoodleText(String text, List<HtmlText.Image> images, List<Attached> files, double fraction, String feedback,
        boolean illustrated) {

    private static final List<String> PICTURES = List.of(".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".svg", ".tif",
            ".tiff", ".emf", ".wmf", ".heic");

    /**
     * A file that comes with a text.
     *
     * @param content nothing when it could not be decoded
     */
    record Attached(String name, byte[] content) {

        boolean isPicture() {
            String lower = name.toLowerCase(Locale.ROOT);
            return PICTURES.stream().anyMatch(lower::endsWith);
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
        boolean illustrated = false;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "text" -> text.append(XmlText.text(xml));
                    case "file" -> files.add(file(xml));
                    case "feedback" -> {
                        var said = read(xml);
                        feedback.append(said.text());
                        illustrated |= !said.images().isEmpty() || !said.files().isEmpty();
                    }
                    default -> XmlText.text(xml);
                }
            } else if (xml.isCharacters()) {
                text.append(xml.getText().isBlank() ? "" : xml.getText());
            }
        }
        boolean html = !format.equals("plain_text") && !format.equals("markdown");
        var shown = html ? HtmlText.read(text.toString()) : new HtmlText.Shown(text.toString(), List.of());
        return new MoodleText(shown.text(), shown.images(), files, fraction, feedback.toString(), illustrated);
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
        return new Attached(name, coded ? Base64Text.bytes(text) : new byte[0]);
    }
}
