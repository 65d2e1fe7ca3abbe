package org.pufa.kinds.quiz;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pufa.campaign.Graded;
import org.pufa.i18n.LocalText;
import org.pufa.ledger.Tallies;

/** Right and wrong in the papers of a quiz; a question's id is that of its revision. */
final class GradedQuiz implements Graded {

    private final Map<Long, Asked> asked;
    private final List<Question> questions;

    GradedQuiz(Map<Long, Asked> asked) {
        this.asked = asked;
        this.questions = asked.values().stream().sorted(Comparator.comparing((Asked each) -> each.question().id())
                .thenComparing(Asked::id)).map(GradedQuiz::question).toList();
    }

    private static Question question(Asked each) {
        var question = each.question();
        return new Question(Long.toString(each.id()), question.id(), LocalText.of(question.stem()),
                question.citation().law(), question.citation().article(), question.options().stream()
                .map(option -> new Option(option.letter(), each.texts().get(option.letter()),
                        each.answer().contains(option.letter()))).toList(), each.points(),
                "/console/banks/" + each.revision().bank() + "/questions/" + question.id());
    }

    @Override
    public List<Question> questions() {
        return questions;
    }

    @Override
    public double share(String question, Set<String> picked) {
        Asked known = asked.get(Long.valueOf(question));
        return known != null && known.answer().equals(picked) ? 1 : 0;
    }

    @Override
    public Map<Set<String>, Long> picked(Tallies tallies, String question) {
        var picked = new HashMap<Set<String>, Long>();
        tallies.in(GradedSheet.picked(Long.parseLong(question))).forEach((letters, n) -> picked.merge(
                letters.codePoints().mapToObj(Character::toString).collect(Collectors.toUnmodifiableSet()), n, Long::sum));
        return picked;
    }

    @Override
    public List<Given> given(String body) {
        return GradedSheet.read(body).items().stream()
                .map(item -> new Given(Long.toString(item.revision()), Set.copyOf(item.picked()))).toList();
    }
}
