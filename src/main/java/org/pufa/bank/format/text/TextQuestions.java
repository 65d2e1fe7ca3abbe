package org.pufa.bank.format.text;

import java.util.ArrayList;
import java.util.List;
import org.pufa.bank.intake.RawQuestion;

/** Finds the questions in lines of free text. Goes over the lines once, looking a few lines ahead at most. */
public final class TextQuestions {

    private TextQuestions() {
    }

    /** @param pictures those that the lines name by their index */
    public static List<RawQuestion> read(List<Line> lines, List<byte[]> pictures) {
        var sheet = new Sheet(lines);
        var questions = new ArrayList<RawQuestion>();
        sheet.drafts().forEach(draft -> questions.add(draft.raw(lines, pictures)));
        return questions;
    }
}
