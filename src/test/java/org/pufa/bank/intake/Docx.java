package org.pufa.bank.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small Word documents, honest and hostile. */
final class Docx {

    private static final String NAMES = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
            + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
            + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
            + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    private final StringBuilder body = new StringBuilder();
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder links = new StringBuilder();

    /** A paragraph; what stands between ⟦ and ⟧ is red, between ⟪ and ⟫ the alt text of a {@link #image}. */
    Docx line(String text) {
        body.append("<w:p>").append(runs(text)).append("</w:p>");
        return this;
    }

    Docx lines(String... texts) {
        for (String text : texts) {
            line(text);
        }
        return this;
    }

    /** A paragraph that Word numbers. */
    Docx listed(int list, int level, String text) {
        body.append("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"").append(level).append("\"/><w:numId w:val=\"").append(list)
                .append("\"/></w:numPr></w:pPr>").append(runs(text)).append("</w:p>");
        return this;
    }

    Docx row(String... cells) {
        body.append("<w:tr>");
        for (String cell : cells) {
            body.append("<w:tc><w:p>").append(runs(cell)).append("</w:p></w:tc>");
        }
        body.append("</w:tr>");
        return this;
    }

    Docx xml(String xml) {
        body.append(xml);
        return this;
    }

    Docx part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    /** List 1 counts 1. 2. with A. B. below it, list 2 counts 一、 二、. */
    Docx numbering() {
        return part("word/numbering.xml", text("<w:numbering " + NAMES + "><w:abstractNum w:abstractNumId=\"5\">"
                + level(0, "decimal", "%1.") + level(1, "upperLetter", "%2") + "</w:abstractNum>"
                + "<w:abstractNum w:abstractNumId=\"6\">" + level(0, "chineseCounting", "%1、") + "</w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num>"
                + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"6\"/></w:num></w:numbering>"));
    }

    private static String level(int level, String format, String text) {
        return "<w:lvl w:ilvl=\"" + level + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format
                + "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    }

    /** A picture that is in the file, to be shown in lines. */
    Docx image(String alt, byte[] content) {
        links.append("<Relationship Id=\"").append(alt).append("\" Target=\"media/").append(alt).append("\"/>");
        return part("word/media/" + alt, content);
    }

    /** A picture that is elsewhere. */
    Docx linked(String alt, String address) {
        links.append("<Relationship Id=\"").append(alt).append("\" Target=\"").append(address)
                .append("\" TargetMode=\"External\"/>");
        return this;
    }

    private static String runs(String text) {
        var runs = new StringBuilder();
        for (String piece : text.split("(?=[⟦⟪])|(?<=[⟧⟫])")) {
            if (piece.startsWith("⟪")) {
                String alt = piece.substring(1, piece.length() - 1);
                runs.append("<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"x\" descr=\"").append(alt)
                        .append("\"/><a:blip r:embed=\"").append(alt).append("\"/></wp:inline></w:drawing></w:r>");
                continue;
            }
            boolean red = piece.startsWith("⟦");
            String words = red ? piece.substring(1, piece.length() - 1) : piece;
            runs.append("<w:r>").append(red ? "<w:rPr><w:color w:val=\"FF0000\"/></w:rPr>" : "")
                    .append("<w:t xml:space=\"preserve\">").append(words.replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</w:t></w:r>");
        }
        return runs.toString();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return zip("<w:document " + NAMES + "><w:body>" + body + "</w:body></w:document>");
    }

    /** The same with this as its main part. */
    byte[] zip(String document) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(text(document));
            if (links.length() > 0) {
                zip.putNextEntry(new ZipEntry("word/_rels/document.xml.rels"));
                zip.write(text("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + links + "</Relationships>"));
            }
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    Harvest read() {
        return Given.read("questions.docx", bytes());
    }
}
