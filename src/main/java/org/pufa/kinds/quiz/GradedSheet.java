package org.pufa.kinds.quiz;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pufa.ledger.Count;

/**
 * A graded paper, as it is stored: complete in itself, so that it can be counted without the campaign.
 *
 * <p>A sheet adds one to (score, "80") and, for each question, one to (picked:7, "AC"): the author's letters of what
 * was picked, together. Everything else follows from these: who passed, how often a question was answered rightly, how
 * often each option was picked. Few rows grow in the transaction of an entry that way.
 */
record GradedSheet(List<Answered> items) {

    static final String SCORE = "score";
    private static final String PICKED = "picked:";

    GradedSheet {
        items = List.copyOf(items);
    }

    /**
     * One question with what was answered.
     *
     * @param revision id of the revision that was shown
     * @param shown the author's letters in the order in which they were shown
     * @param picked the author's letters of what was picked, in the alphabet's order
     * @param points scored
     */
    record Answered(long revision, List<String> shown, List<String> picked, boolean right, int points) {

        Answered {
            shown = List.copyOf(shown);
            picked = List.copyOf(picked);
        }

        private Map<String, Object> toMap() {
            return Map.of("rev", revision, "shown", shown, "picked", picked, "right", right, "points", points);
        }

        private static Answered read(JsonObject json) {
            return new Answered(json.getLong("rev"), texts(json.getJsonArray("shown")),
                    texts(json.getJsonArray("picked")), json.getBoolean("right"), json.getInteger("points"));
        }

        private static List<String> texts(JsonArray array) {
            return array.stream().map(String.class::cast).toList();
        }
    }

    static GradedSheet read(String body) {
        return new GradedSheet(new JsonObject(body).getJsonArray("items").stream().map(JsonObject.class::cast)
                .map(Answered::read).toList());
    }

    Map<String, Object> toMap() {
        return Map.of("items", items.stream().map(Answered::toMap).toList(), "right", right());
    }

    /** The same answers graded by the keys as they are by now; what is not known stays as it was graded. */
    GradedSheet under(Map<Long, Asked> asked) {
        return new GradedSheet(items.stream().map(item -> {
            Asked question = asked.get(item.revision());
            return question == null ? item : question.graded(item.shown(), item.picked());
        }).toList());
    }

    /** How many answers are right. */
    int right() {
        return (int) items.stream().filter(Answered::right).count();
    }

    int score() {
        return items.stream().mapToInt(Answered::points).sum();
    }

    List<Count> counts() {
        var counts = new ArrayList<Count>(items.size() + 1);
        counts.add(new Count(SCORE, Integer.toString(score())));
        items.forEach(item -> counts.add(new Count(picked(item.revision()), String.join("", item.picked()))));
        return counts;
    }

    /** The dimension in which the answers to a revision are counted. */
    static String picked(long revision) {
        return PICKED + revision;
    }
}
