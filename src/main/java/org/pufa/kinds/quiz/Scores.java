package org.pufa.kinds.quiz;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pufa.ledger.Tallies;

/**
 * What the tallies of a quiz say.
 *
 * @param sheets how many papers were graded
 * @param passed how many of them reached the pass score
 * @param average score of a paper; 0 when there is none
 * @param topics in the order of the bank
 */
record Scores(long sheets, long passed, double average, List<Topic> topics) {

    /**
     * How the questions of a topic were answered.
     *
     * @param answered how often one of them was answered
     * @param right how often rightly
     */
    record Topic(String name, long answered, long right) {

        /** 0 to 1. */
        double share() {
            return answered == 0 ? 0 : (double) right / answered;
        }
    }

    static Scores of(Tallies tallies, QuizPlan plan, Collection<Asked> asked) {
        long sheets = 0;
        long passed = 0;
        long sum = 0;
        for (Map.Entry<Integer, Long> score : scores(tallies).entrySet()) {
            int points = score.getKey();
            sheets += score.getValue();
            passed += points >= plan.pass() ? score.getValue() : 0;
            sum += points * score.getValue();
        }
        return new Scores(sheets, passed, sheets == 0 ? 0 : (double) sum / sheets, topics(tallies, asked));
    }

    /** How many papers have each score: as they were accepted, and then moved as keys were corrected. */
    static Map<Integer, Long> scores(Tallies tallies) {
        var scores = new TreeMap<Integer, Long>();
        tallies.in(GradedSheet.SCORE).forEach((score, n) -> scores.merge(Integer.valueOf(score), n, Long::sum));
        tallies.in(Tallies.REGRADED).forEach((move, n) -> {
            int slash = move.indexOf('/');
            scores.merge(Integer.valueOf(move.substring(0, slash)), -n, Long::sum);
            scores.merge(Integer.valueOf(move.substring(slash + 1)), n, Long::sum);
        });
        return scores;
    }

    /** 0 to 1. */
    double passedShare() {
        return sheets == 0 ? 0 : (double) passed / sheets;
    }

    private static List<Topic> topics(Tallies tallies, Collection<Asked> asked) {
        var topics = new LinkedHashMap<String, Topic>();
        for (Asked each : asked) {
            var picks = tallies.in(GradedSheet.picked(each.id()));
            String name = each.question().topic();
            long answered = picks.values().stream().mapToLong(Long::longValue).sum();
            long right = picks.getOrDefault(String.join("", each.question().answer()), 0L);
            topics.merge(name, new Topic(name, answered, right), (one, other) ->
                    new Topic(name, one.answered() + other.answered(), one.right() + other.right()));
        }
        return topics.values().stream().filter(topic -> topic.answered() > 0).toList();
    }
}
