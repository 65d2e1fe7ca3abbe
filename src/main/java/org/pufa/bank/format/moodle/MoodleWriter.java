package org.pufa.bank.format.moodle;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.pufa.bank.Album;
import org.pufa.bank.Bank;
import org.pufa.bank.BankExport;
import org.pufa.bank.Exported;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.QuestionType;
import org.pufa.bank.format.Carriage;
import org.pufa.bank.format.Feedback;

/** Writes Moodle XML: citation and quote stand in the general feedback, the difficulty is a tag. */
public final class MoodleWriter implements BankExport {

    static final String PLAIN = "plain_text";
    /** For pictures, in bytes: they grow by a third, and the file must not grow beyond what can be read back. */
    private static final long ROOM = 10L << 20;

    @Override
    public String format() {
        return "moodle";
    }

    @Override
    public String contentType() {
        return "application/xml; charset=utf-8";
    }

    @Override
    public String extension() {
        return "xml";
    }

    @Override
    public List<Part> keeps() {
        return List.of(Part.values());
    }

    @Override
    public Exported write(Bank bank, List<Question> questions, Album album) {
        var room = Carriage.within(ROOM, album);
        return Carriage.write(questions, question -> refusal(question).or(() -> room.apply(question)),
                carried -> bytes(carried, album));
    }

    private static Optional<String> refusal(Question question) {
        boolean topic = !question.topic().startsWith("/") && !question.topic().endsWith("/");
        return topic && !question.id().isEmpty() && Feedback.carries(question) ? Optional.empty()
                : Optional.of("bank.export.left-out.format");
    }

    private static byte[] bytes(List<Question> questions, Album album) {
        try {
            var out = new ByteArrayOutputStream();
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("quiz");
            String topic = "";
            for (Question question : questions) {
                if (!question.topic().equals(topic)) {
                    topic = question.topic();
                    category(xml, topic);
                }
                question(xml, question, album);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return out.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a buffer never fails", e);
        }
    }

    private static void category(XMLStreamWriter xml, String topic) throws XMLStreamException {
        begin(xml, "question", "type", "category");
        xml.writeStartElement("category");
        element(xml, "text", "$course$/" + topic.replace("/", "//"));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void question(XMLStreamWriter xml, Question question, Album album) throws XMLStreamException {
        begin(xml, "question", "type", question.type() == QuestionType.JUDGE ? "truefalse" : "multichoice");
        xml.writeStartElement("name");
        element(xml, "text", question.id());
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeStartElement("questiontext");
        new MoodleHtml(xml, album).write(question.stem(), question.picturesAt(QuestionPicture.STEM));
        xml.writeEndElement();
        text(xml, "generalfeedback", Feedback.text(question));
        element(xml, "idnumber", question.id());
        if (question.type() == QuestionType.JUDGE) {
            boolean right = question.answer().contains("对");
            answer(xml, "true", right ? "100" : "0", List.of(), album);
            answer(xml, "false", right ? "0" : "100", List.of(), album);
        } else {
            element(xml, "single", Boolean.toString(question.type() == QuestionType.SINGLE));
            element(xml, "shuffleanswers", "true");
            for (Option option : question.options()) {
                answer(xml, option.text(), fraction(question, option), question.picturesAt(option.letter()), album);
            }
        }
        tag(xml, "难度" + question.difficulty());
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    /** Of several right options each has its share; a wrong one then takes all points away. */
    private static String fraction(Question question, Option option) {
        boolean right = question.answer().contains(option.letter());
        if (question.type() == QuestionType.SINGLE) {
            return right ? "100" : "0";
        }
        return right ? String.format(Locale.ROOT, "%.5f", 100.0 / question.answer().size()) : "-100";
    }

    private static void answer(XMLStreamWriter xml, String text, String fraction, List<QuestionPicture> pictures,
            Album album) throws XMLStreamException {
        begin(xml, "answer", "fraction", fraction);
        new MoodleHtml(xml, album).write(text, pictures);
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        begin(xml, name, "format", PLAIN);
        element(xml, "text", text);
        xml.writeEndElement();
    }

    private static void tag(XMLStreamWriter xml, String text) throws XMLStreamException {
        xml.writeStartElement("tags");
        xml.writeStartElement("tag");
        element(xml, "text", text);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void begin(XMLStreamWriter xml, String name, String attribute, String value)
            throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(name);
        xml.writeAttribute(attribute, value);
    }

    static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
