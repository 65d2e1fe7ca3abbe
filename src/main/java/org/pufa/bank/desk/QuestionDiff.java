package org.pufa.bank.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pufa.bank.Question;

/** What differs between two revisions of a question, field by field. */
public final class QuestionDiff {

    private QuestionDiff() {
    }

    /**
     * One field that changed.
     *
     * @param field type, topic, difficulty, stem, options, answer, citation, quote, explanation or pictures
     */
    public record Change(String field, String before, String after) {
    }

    public static List<Change> between(Question before, Question after) {
        var changes = new ArrayList<Change>();
        add(changes, "type", before.type().code(), after.type().code());
        add(changes, "topic", before.topic(), after.topic());
        add(changes, "difficulty", Integer.toString(before.difficulty()), Integer.toString(after.difficulty()));
        add(changes, "stem", before.stem(), after.stem());
        add(changes, "options", options(before), options(after));
        add(changes, "answer", String.join("", before.answer()), String.join("", after.answer()));
        add(changes, "citation", citation(before), citation(after));
        add(changes, "quote", before.quote(), after.quote());
        add(changes, "explanation", before.explanation(), after.explanation());
        add(changes, "pictures", pictures(before), pictures(after));
        return changes;
    }

    /** Whether only its filing changed, topic or difficulty, and nothing that a citizen reads. */
    static boolean isFilingOnly(Question before, Question after) {
        return between(before, after).stream()
                .allMatch(change -> change.field().equals("topic") || change.field().equals("difficulty"));
    }

    private static void add(List<Change> changes, String field, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(field, before, after));
        }
    }

    private static String options(Question question) {
        return question.options().stream().map(option -> option.letter() + ". " + option.text())
                .collect(Collectors.joining("\n"));
    }

    /** Its place, what it shows, and enough of its name to tell two apart. */
    private static String pictures(Question question) {
        return question.pictures().stream().map(picture -> (picture.isInStem() ? "" : picture.place() + ". ")
                + picture.alt() + " [" + picture.hash().substring(0, 8) + "]").collect(Collectors.joining("\n"));
    }

    private static String citation(Question question) {
        var citation = question.citation();
        return citation.isNone() ? "" : citation + "（" + citation.version() + "）";
    }
}
