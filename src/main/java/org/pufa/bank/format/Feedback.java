package org.pufa.bank.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pufa.bank.Question;

/**
 * Explanation, citation and quote in one text, for formats of learning platforms, which show people one text after
 * they have answered.
 *
 * @param explanation the text that comes first; "" when there is none
 */
public record Feedback(String explanation, String citation, String quote) {

    private static final Pattern WITH_CITATION = Pattern.compile(
            "(?:(.*)\n)?依据：(《[^\n]*》第[^\n]*条[^\n]*)(?:\n原文：(.*))?", Pattern.DOTALL);

    /** What a text says; all of it is explanation when it does not end with a citation. */
    public static Feedback of(String text) {
        Matcher match = WITH_CITATION.matcher(text.strip());
        return match.matches() ? new Feedback(text(match, 1), text(match, 2), text(match, 3))
                : new Feedback(text, "", "");
    }

    private static String text(Matcher match, int group) {
        return match.group(group) == null ? "" : match.group(group);
    }

    /** The text of a question; {@link #of} takes it apart again. */
    public static String text(Question question) {
        return question.explanation() + (question.explanation().isEmpty() ? "" : "\n") + "依据：" + question.citation()
                + (question.quote().isEmpty() ? "" : "\n原文：" + question.quote());
    }

    /** Whether the text of the question means what the question says, which a quote of such a text could prevent. */
    public static boolean carries(Question question) {
        return of(text(question)).equals(new Feedback(question.explanation(), question.citation().toString(),
                question.quote()));
    }
}
