package org.pufa.bank.format.text;

import java.util.ArrayList;
import java.util.List;
import org.pufa.bank.intake.RawQuestion;

/** Finds the questions in lines of free text. Goes over the lines once, looking a few lines ahead at most. */
public final class TextQuestions {

    private static final int LONGEST_LINE = 8000;

    private TextQuestions() {
    }

    /** @param figures those that the lines name by their index */
    public static List<RawQuestion> read(List<Line> lines, Figures figures) {
        var parted = parted(lines);
        var sheet = new Sheet(parted);
        var questions = new ArrayList<RawQuestion>();
        sheet.drafts().forEach(draft -> questions.add(draft.raw(parted, figures)));
        return questions;
    }

    /** Endless lines in pieces, as if they had been wrapped, so that no line takes long. */
    private static List<Line> parted(List<Line> lines) {
        if (lines.stream().noneMatch(line -> line.text().length() > LONGEST_LINE)) {
            return lines;
        }
        var parted = new ArrayList<Line>();
        for (Line line : lines) {
            String text = line.text();
            int from = 0;
            while (text.length() - from > LONGEST_LINE) {
                int to = cut(text, from + LONGEST_LINE);
                parted.add(new Line(line.number(), text.substring(from, to)));
                from = to;
            }
            parted.add(new Line(line.number(), text.substring(from)));
        }
        return parted;
    }

    /** Behind the last space before this place, if there is one near; never within a character. */
    private static int cut(String text, int at) {
        int cut = at;
        while (cut > at - LONGEST_LINE / 4 && !Character.isWhitespace(text.charAt(cut - 1))) {
            cut--;
        }
        cut = Character.isWhitespace(text.charAt(cut - 1)) ? cut : at;
        return Character.isLowSurrogate(text.charAt(cut)) ? cut + 1 : cut;
    }
}
