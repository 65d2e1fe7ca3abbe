package org.pufa.bank.format.moodle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.format.Feedback;
import org.pufa.bank.format.HtmlPictures;
import org.pufa.bank.format.RawDraft;
import org.pufa.bank.format.XmlText;
import org.pufa.bank.intake.RawPicture;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.Reason;

/** One {@code <question>} element. */
final class MoodleQuestion {

    private static final Set<String> CHOICES = Set.of("multichoice", "multichoiceset");
    private static final Pattern TAG = Pattern.compile("\\s*难度\\s*(\\d+)\\s*");

    private final XMLStreamReader xml;
    private final String type;
    private final RawDraft draft;
    private final List<MoodleText> answers = new ArrayList<>();
    private String name = "";
    private String code = "";
    private String stem = "";
    private String explanation = "";
    private boolean single = true;

    /** @param xml at the beginning of the element */
    MoodleQuestion(XMLStreamReader xml, String type) {
        this.xml = xml;
        this.type = type;
        this.draft = new RawDraft(Math.max(1, xml.getLocation().getLineNumber()));
    }

    /** The last step of the path that a question of type category names for the questions after it. */
    String category() throws XMLStreamException {
        String path = "";
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                boolean wanted = xml.getLocalName().equals("category");
                String text = MoodleText.plain(xml);
                path = wanted ? text : path;
            }
        }
        var steps = path.strip().replace("//", "\0").split("/", -1);
        return steps.length == 0 ? "" : steps[steps.length - 1].replace('\0', '/');
    }

    RawQuestion read(String topic) throws XMLStreamException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                child(xml.getLocalName());
            }
        }
        answers();
        var feedback = Feedback.of(explanation);
        draft.explanation(feedback.explanation()).citation(feedback.citation()).quote(feedback.quote());
        return draft.stem(stem).topic(topic).code(code.isBlank() ? name : code).source(source()).raw();
    }

    private void child(String element) throws XMLStreamException {
        switch (element) {
            case "name" -> name = MoodleText.plain(xml);
            case "idnumber" -> code = XmlText.text(xml);
            case "questiontext" -> stem();
            case "generalfeedback" -> generalFeedback();
            case "single" -> single = !List.of("false", "0").contains(XmlText.text(xml).strip());
            case "answer" -> answers.add(MoodleText.read(xml));
            case "tags" -> tags();
            default -> skip();
        }
    }

    private void stem() throws XMLStreamException {
        var text = MoodleText.read(xml);
        stem = text.text();
        keep(QuestionPicture.STEM, text);
    }

    /** A picture that the text does not show belongs to it all the same; why else would it come along. */
    private void keep(String place, MoodleText text) {
        var files = new HashMap<String, byte[]>();
        text.files().forEach(file -> files.putIfAbsent(file.name(), file.content()));
        new HtmlPictures(draft).put(place, text.images(), files);
        var shown = text.images().stream().map(HtmlPictures::name).collect(Collectors.toSet());
        for (MoodleText.Attached file : text.files()) {
            if (!file.isPicture()) {
                draft.reason(Reason.refusal("bank.intake.moodle.attachment", file.name()));
            } else if (!shown.contains(file.name())) {
                draft.picture(new RawPicture(place, "", file.content()));
            }
        }
    }

    /** Pictures of explanations are not kept, and that is said. */
    private void aside(MoodleText text) {
        if (!text.images().isEmpty() || !text.files().isEmpty()) {
            draft.picture(RawPicture.missing(RawPicture.ASIDE, ""));
        }
    }

    private void generalFeedback() throws XMLStreamException {
        var text = MoodleText.read(xml);
        explanation = text.text();
        aside(text);
    }

    private void tags() throws XMLStreamException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                Matcher tag = TAG.matcher(MoodleText.plain(xml));
                if (tag.matches()) {
                    draft.difficulty(tag.group(1));
                }
            }
        }
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0;) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private void answers() {
        if (CHOICES.contains(type)) {
            choice();
        } else if (type.equals("truefalse")) {
            judgement();
        } else {
            draft.type(type).answer(String.join("\n", answers.stream().map(MoodleText::text).toList()));
        }
        if (answers.stream().anyMatch(answer -> !answer.feedback().isBlank() && answer.fraction() <= 0)) {
            draft.reason(Reason.warning("bank.intake.feedback.dropped"));
        }
        if (answers.stream().anyMatch(MoodleText::illustrated)) {
            draft.picture(RawPicture.missing(RawPicture.ASIDE, ""));
        }
        if (explanation.isBlank()) {
            explanation = String.join("\n", answers.stream().filter(answer -> answer.fraction() > 0)
                    .map(MoodleText::feedback).filter(text -> !text.isBlank()).distinct().toList());
        }
    }

    private void choice() {
        boolean several = !single || type.equals("multichoiceset");
        var letters = new StringBuilder();
        for (MoodleText answer : answers) {
            boolean right = several ? answer.fraction() > 0 : answer.fraction() >= 100;
            String letter = RawDraft.letter(draft.size());
            letters.append(right ? letter : "");
            keep(letter, answer);
            draft.option(answer.text());
        }
        draft.type(several ? "multiple" : "single").answer(letters.toString());
        if (!several && answers.stream().anyMatch(answer -> answer.fraction() > 0 && answer.fraction() < 100)) {
            draft.reason(Reason.warning("bank.intake.points.partial"));
        }
    }

    private void judgement() {
        draft.type("judge");
        answers.forEach(this::aside);
        for (MoodleText answer : answers) {
            boolean says = answer.text().strip().equalsIgnoreCase("true");
            if (answer.fraction() >= 100) {
                draft.answer(says ? "对" : "错");
            }
        }
    }

    /** The preview shows what was read, not the markup around it. */
    private String source() {
        var lines = new ArrayList<String>();
        lines.add("[" + type + "] " + stem.strip());
        answers.forEach(answer -> lines.add((answer.fraction() > 0 ? "+ " : "- ") + answer.text().strip()));
        return String.join("\n", lines);
    }
}
