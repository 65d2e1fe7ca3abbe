package org.pufa.bank.format.moodle;

import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.pufa.bank.Album;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.format.Base64Text;

/** Writes a text with its pictures: as it is where it has none, else as HTML that shows the files beside it. */
final class MoodleHtml {

    private final XMLStreamWriter xml;
    private final Album album;

    MoodleHtml(XMLStreamWriter xml, Album album) {
        this.xml = xml;
        this.album = album;
    }

    /** Writes attribute and children of an element that has just begun. */
    void write(String text, List<QuestionPicture> pictures) throws XMLStreamException {
        xml.writeAttribute("format", pictures.isEmpty() ? MoodleWriter.PLAIN : "html");
        MoodleWriter.element(xml, "text", pictures.isEmpty() ? text : "<p>" + escaped(text) + "</p>"
                + pictures.stream().map(MoodleHtml::image).collect(Collectors.joining()));
        for (String hash : pictures.stream().map(QuestionPicture::hash).distinct().toList()) {
            file(pictures.stream().filter(one -> one.hash().equals(hash)).findFirst().orElseThrow());
        }
    }

    private void file(QuestionPicture picture) throws XMLStreamException {
        xml.writeStartElement("file");
        xml.writeAttribute("name", picture.fileName());
        xml.writeAttribute("path", "/");
        xml.writeAttribute("encoding", "base64");
        xml.writeCharacters(Base64Text.of(album.get(picture).content()));
        xml.writeEndElement();
    }

    private static String image(QuestionPicture picture) {
        return "<p><img src=\"@@PLUGINFILE@@/" + picture.fileName() + "\" alt=\"" + escaped(picture.alt()) + "\" width=\""
                + picture.width() + "\" height=\"" + picture.height() + "\"></p>";
    }

    /** Spaces that HTML would take for others, or for one, are written as numbers. */
    private static String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean single = sign == ' ' && (i == 0 || text.charAt(i - 1) != ' ');
            switch (sign) {
                case '\n' -> escaped.append("<br>");
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(!single && Character.isWhitespace(sign) ? number(sign)
                        : Character.toString(sign));
            }
        }
        return escaped.toString();
    }

    private static String number(char space) {
        return "&#" + (space == ' ' ? 160 : (int) space) + ";";
    }
}
