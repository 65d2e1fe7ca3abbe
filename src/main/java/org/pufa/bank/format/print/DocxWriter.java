package org.pufa.bank.format.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pufa.bank.Album;
import org.pufa.bank.Bank;
import org.pufa.bank.BankExport;
import org.pufa.bank.Exported;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.format.Carriage;
import org.pufa.bank.format.docx.DocxReader;

/**
 * Writes the Word document for the yearly review: each question with its answer and the words of the law. Its XML is
 * written paragraph by paragraph, so that a bank of any size needs no more memory than its file.
 */
public final class DocxWriter implements BankExport {

    /** For pictures, in bytes, so that the file can be read back. */
    private static final long ROOM = 14L << 20;

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String TYPES = HEAD + """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/>\
            <Override PartName="/word/document.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";
    private static final String RELATIONS = HEAD + """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="word/document.xml"/></Relationships>""";
    private static final String BEGIN = HEAD
            + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\""
            + DocxPictures.LINKS + "\"><w:body>";
    private static final String END = "</w:body></w:document>";
    private static final String FONT = "<w:rFonts w:ascii=\"宋体\" w:hAnsi=\"宋体\" w:eastAsia=\"宋体\"/>";

    /** How a line of a question looks; sizes in half points, distances in twentieths of a point. */
    private enum Look {

        ASKED("<w:keepNext/><w:spacing w:before=\"240\" w:after=\"40\"/>", FONT + "<w:b/><w:sz w:val=\"22\"/>"),
        OPTION("<w:keepNext/><w:spacing w:after=\"40\"/><w:ind w:left=\"420\"/>", FONT + "<w:sz w:val=\"22\"/>"),
        TOLD("<w:keepNext/><w:spacing w:after=\"40\"/>", FONT + "<w:sz w:val=\"22\"/>"),
        FILED("<w:spacing w:after=\"40\"/>", FONT + "<w:color w:val=\"595959\"/><w:sz w:val=\"18\"/>");

        private final String paragraph;
        private final String run;

        Look(String paragraph, String run) {
            this.paragraph = paragraph;
            this.run = run;
        }
    }

    @Override
    public String format() {
        return "docx";
    }

    @Override
    public String contentType() {
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    }

    @Override
    public String extension() {
        return "docx";
    }

    @Override
    public List<Part> keeps() {
        return List.of(Part.values());
    }

    @Override
    public Exported write(Bank bank, List<Question> questions, Album album) {
        return new Proof(new DocxReader(), "questions.docx", Carriage.within(ROOM, album))
                .write(questions, carried -> bytes(carried, album));
    }

    private static byte[] bytes(List<Question> questions, Album album) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes);
                var out = new java.io.OutputStreamWriter(zip, StandardCharsets.UTF_8)) {
            part(zip, out, "[Content_Types].xml", TYPES);
            part(zip, out, "_rels/.rels", RELATIONS);
            part(zip, out, "word/document.xml", BEGIN);
            var pictures = new DocxPictures(album);
            for (int i = 0; i < questions.size(); i++) {
                write(out, questions.get(i), PrintedQuestion.of(i + 1, questions.get(i)), pictures);
            }
            out.write(END);
            part(zip, out, "word/_rels/document.xml.rels", HEAD + pictures.links());
            out.flush();
            pictures.pack(zip);
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer never fails", e);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, Writer out, String name, String text) throws IOException {
        out.flush();
        zip.putNextEntry(new ZipEntry(name));
        out.write(text);
    }

    /** Pictures of the stem stand below it, those of an option in its line. */
    private static void write(Writer out, Question question, PrintedQuestion printed, DocxPictures pictures)
            throws IOException {
        paragraph(out, printed.asked(), Look.ASKED, "");
        for (QuestionPicture picture : question.picturesAt(QuestionPicture.STEM)) {
            paragraph(out, "", Look.OPTION, pictures.run(picture));
        }
        for (int i = 0; i < printed.options().size(); i++) {
            var runs = new StringBuilder();
            question.picturesAt(question.options().get(i).letter())
                    .forEach(picture -> runs.append(pictures.run(picture)));
            paragraph(out, printed.options().get(i), Look.OPTION, runs.toString());
        }
        for (String told : printed.told()) {
            paragraph(out, told, Look.TOLD, "");
        }
        for (String filed : printed.filed()) {
            paragraph(out, filed, Look.FILED, "");
        }
    }

    /** A paragraph stays on one page with the next where its look says so, so that no question is torn apart. */
    private static void paragraph(Writer out, String text, Look look, String more) throws IOException {
        out.write("<w:p><w:pPr>" + look.paragraph + "</w:pPr><w:r><w:rPr>" + look.run + "</w:rPr>");
        var lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            out.write((i > 0 ? "<w:br/>" : "") + "<w:t xml:space=\"preserve\">" + escaped(lines[i]) + "</w:t>");
        }
        out.write("</w:r>" + more + "</w:p>");
    }

    /** Texts are clean by now, so no character is left that XML could not hold. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
