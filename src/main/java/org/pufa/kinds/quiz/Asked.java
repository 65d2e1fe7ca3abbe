package org.pufa.kinds.quiz;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionRevision;
import org.pufa.bank.QuestionType;
import org.pufa.i18n.LocalText;

/**
 * A pinned revision with everything made ready that each paper needs of it.
 *
 * @param answer letters of the right options
 * @param texts letter to what is shown
 * @param points for the right answer
 */
record Asked(QuestionRevision revision, LocalText stem, Set<String> answer, Map<String, LocalText> texts, int points) {

    private static final Map<String, String> JUDGEMENTS = Map.of("对", "True", "错", "False");

    static Asked of(QuestionRevision revision, QuizPlan plan) {
        var question = revision.question();
        return new Asked(revision, LocalText.of(question.stem()), Set.copyOf(question.answer()),
                question.options().stream().collect(Collectors.toUnmodifiableMap(Option::letter, Asked::text)),
                plan.points().get(question.type()));
    }

    /** Authors write in Chinese; only 对 and 错 are words of ours. */
    private static LocalText text(Option option) {
        String english = JUDGEMENTS.get(option.letter());
        return english == null ? LocalText.of(option.text()) : new LocalText(option.text(), english);
    }

    static Map<Long, Asked> byRevision(List<QuestionRevision> revisions, QuizPlan plan) {
        return revisions.stream().map(revision -> of(revision, plan))
                .collect(Collectors.toUnmodifiableMap(Asked::id, Function.identity()));
    }

    /** What these picks score. @param picked the author's letters in the alphabet's order, none twice */
    GradedSheet.Answered graded(List<String> shown, List<String> picked) {
        boolean right = Set.copyOf(picked).equals(answer);
        return new GradedSheet.Answered(id(), shown, picked, right, right ? points : 0);
    }

    long id() {
        return revision.id();
    }

    Question question() {
        return revision.question();
    }

    QuestionType type() {
        return question().type();
    }

    boolean isMultiple() {
        return type() == QuestionType.MULTIPLE;
    }
}
