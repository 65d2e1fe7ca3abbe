package org.pufa.bank.format.docx;

import java.io.IOException;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.pufa.bank.format.text.Signs;
import org.pufa.bank.format.OfficeLinks;
import org.pufa.bank.format.OfficeParts;
import org.pufa.bank.intake.UnreadableFile;

/** The plain text of a Word document, with the numbers that Word makes; for what is no file of questions. */
public final class DocxText {

    private DocxText() {
    }

    /** Whether the bytes may be a Word document. */
    public static boolean isOne(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K';
    }

    /** A line for each paragraph. @throws UnreadableFile when it is broken or too large */
    public static String of(byte[] content) throws UnreadableFile {
        try (var parts = new OfficeParts(content)) {
            var body = new Body(Numbering.in(parts), OfficeLinks.of(parts, DocxReader.DOCUMENT));
            body.read(parts.part(DocxReader.DOCUMENT).orElseThrow(() -> new IOException("no document")));
            return body.lines().stream().map(line -> Signs.words(line.text())).collect(Collectors.joining("\n"));
        } catch (IOException | XMLStreamException e) {
            throw new UnreadableFile("bank.intake.docx.broken");
        }
    }
}
