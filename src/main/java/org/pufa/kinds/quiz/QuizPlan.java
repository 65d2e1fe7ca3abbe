package org.pufa.kinds.quiz;

import java.util.Map;
import java.util.Objects;
import org.pufa.bank.QuestionType;
import org.pufa.campaign.Kind;

/**
 * What a definition says of a quiz.
 *
 * @param bank code of the bank the questions come from
 * @param points of a question of each type; every type that is drawn has some
 * @param pass score from which on the quiz is passed; 0 when there is no such mark
 */
public record QuizPlan(String bank, Blueprint draw, Map<QuestionType, Integer> points, int pass)
        implements Kind.Plan {

    public QuizPlan {
        Objects.requireNonNull(bank);
        Objects.requireNonNull(draw);
        points = Map.copyOf(points);
        if (!points.keySet().containsAll(draw.rows().stream().map(DrawRow::type).toList())) {
            throw new IllegalArgumentException("a type is drawn that has no points");
        }
    }

    @Override
    public boolean passable() {
        return pass > 0;
    }

    /** The score of a paper with every answer right. */
    public int max() {
        return draw.rows().stream().mapToInt(row -> row.count() * points.get(row.type())).sum();
    }

    /** A quiz names nobody, and a participant finds the graded paper again by the receipt. */
    @Override
    public boolean linked() {
        return true;
    }
}
