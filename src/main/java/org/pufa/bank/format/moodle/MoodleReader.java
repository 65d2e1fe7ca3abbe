package org.pufa.bank.format.moodle;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.pufa.bank.format.TextBytes;
import org.pufa.bank.format.XmlText;
import org.pufa.bank.intake.QuestionReader;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.intake.UnreadableFile;

/** Reads Moodle XML: choices and judgements with their pictures; other types are read, and for others to refuse. */
public final class MoodleReader implements QuestionReader {

    private static final Pattern QUIZ = Pattern.compile(
            "(?s)\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*|<!DOCTYPE.*?>\\s*)*<quiz\\b.*");
    private static final int LARGEST = 64 * 1024 * 1024;

    @Override
    public String format() {
        return "moodle";
    }

    @Override
    public boolean recognises(SourceFile file) {
        String beginning = TextBytes.beginning(file.content()).stripLeading();
        return beginning.startsWith("<") && (QUIZ.matcher(beginning).matches() || beginning.contains("<quiz>"));
    }

    @Override
    public List<RawQuestion> read(SourceFile file) throws UnreadableFile {
        if (file.content().length > LARGEST) {
            throw new UnreadableFile("bank.intake.format.large", LARGEST / 1024 / 1024);
        }
        try {
            return questions(XmlText.read(new ByteArrayInputStream(file.content())));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw new UnreadableFile("bank.intake.moodle.broken", line);
        }
    }

    private static List<RawQuestion> questions(XMLStreamReader xml) throws XMLStreamException {
        var questions = new ArrayList<RawQuestion>();
        String topic = "";
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("question")) {
                String type = XmlText.attribute(xml, "type").orElse("");
                var question = new MoodleQuestion(xml, type);
                if (type.equals("category")) {
                    topic = question.category();
                } else {
                    questions.add(question.read(topic));
                }
            }
        }
        return questions;
    }
}
