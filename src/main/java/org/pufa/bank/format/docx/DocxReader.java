package org.pufa.bank.format.docx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.pufa.bank.format.text.TextQuestions;
import org.pufa.bank.format.OfficeLinks;
import org.pufa.bank.format.OfficeParts;
import org.pufa.bank.intake.QuestionReader;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.intake.UnreadableFile;

/**
 * Reads Word documents as people read them on paper: the numbers that Word makes are written out, then the text is read
 * like any other. Streams the parts it needs with the parser of the JDK; macros, fields and what is linked from outside
 * are never looked at.
 */
public final class DocxReader implements QuestionReader {

    static final String DOCUMENT = "word/document.xml";
    private static final byte[] NAME = DOCUMENT.getBytes(StandardCharsets.US_ASCII);

    @Override
    public String format() {
        return "docx";
    }

    /** A document that lost its end still names its parts, or is known by its own name. */
    @Override
    public boolean recognises(SourceFile file) {
        byte[] content = file.content();
        String name = file.name().toLowerCase(Locale.ROOT);
        boolean zip = content.length > 3 && content[0] == 'P' && content[1] == 'K';
        return zip && (file.holds(NAME) || name.endsWith(".docx") || name.endsWith(".docm"));
    }

    @Override
    public List<RawQuestion> read(SourceFile file) throws UnreadableFile {
        try (var parts = new OfficeParts(file.content())) {
            return parts.noted(questions(parts));
        } catch (IOException | XMLStreamException e) {
            throw new UnreadableFile(OfficeParts.isTooLarge(e) ? "bank.intake.docx.bomb" : "bank.intake.docx.broken");
        }
    }

    private static List<RawQuestion> questions(OfficeParts parts) throws IOException, XMLStreamException {
        var body = new Body(Numbering.in(parts), OfficeLinks.of(parts, DOCUMENT));
        body.read(parts.part(DOCUMENT).orElseThrow(() -> new IOException("no document")));
        var questions = new ArrayList<>(TextQuestions.read(body.lines(), body.figures()));
        questions.addAll(body.tabled());
        questions.sort(Comparator.comparingInt(RawQuestion::line));
        return body.figures().noted(questions);
    }
}
