package org.pufa.kinds.survey;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pufa.campaign.Answers;
import org.pufa.campaign.Words;
import org.pufa.ledger.Count;

/**
 * A stored sheet of a survey: <code>{"answers":{"district":["xihu"],"wage":6500},"words":{"job":"…"}}</code>, with only
 * what was answered. Of words of one's own it holds digests, or the texts where it was opened, or null where they are
 * erased.
 */
final class AnswerSheet {

    static final String ANSWERS = "answers";
    /** The key under which it is counted that a question was answered at all; no option may be called so. */
    static final String ANSWERED = "answered";

    private AnswerSheet() {
    }

    /** The answers of a stored sheet by field. @param gone stands for words that are erased */
    static Map<String, Object> answers(String body, String gone) {
        var sheet = new JsonObject(body);
        var answers = new TreeMap<>(sheet.getJsonObject(ANSWERS).getMap());
        sheet.getJsonObject(Words.MEMBER, new JsonObject()).forEach(one ->
                answers.put(one.getKey(), one.getValue() == null ? gone : one.getValue()));
        return answers;
    }

    /** The dimension in which the answers of a question are counted. */
    static String dimension(String question) {
        return "q." + question;
    }

    /** One count for each question answered and each option picked; texts and numbers themselves are not counted. */
    static List<Count> counts(Map<String, Object> answers) {
        var counts = new ArrayList<Count>(answers.size() * 2);
        answers.forEach((field, value) -> {
            if (!field.endsWith(Answers.OTHER)) {
                counts.add(new Count(dimension(field), ANSWERED));
                picks(value).forEach(option -> counts.add(new Count(dimension(field), option)));
            }
        });
        return counts;
    }

    /** The options of an answer; none when it is a text or a number. */
    static List<String> picks(Object value) {
        return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }
}
