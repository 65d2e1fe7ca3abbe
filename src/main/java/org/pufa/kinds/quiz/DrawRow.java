package org.pufa.kinds.quiz;

import java.util.Objects;
import java.util.Set;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionType;

/**
 * One line of a blueprint: how many questions of which sort are drawn.
 *
 * @param topics any of these; empty for all
 * @param difficulties any of these; empty for all
 * @param count 1 to 50
 */
public record DrawRow(QuestionType type, Set<String> topics, Set<Integer> difficulties, int count) {

    public static final int MOST = 50;

    public DrawRow {
        Objects.requireNonNull(type);
        topics = Set.copyOf(topics);
        difficulties = Set.copyOf(difficulties);
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("cannot draw " + count + " questions");
        }
    }

    boolean admits(Question question) {
        return question.type() == type && (topics.isEmpty() || topics.contains(question.topic()))
                && (difficulties.isEmpty() || difficulties.contains(question.difficulty()));
    }
}
