package org.pufa.kinds.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.pufa.bank.Citation;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionType;
import org.pufa.kinds.quiz.Blueprint.Shortage;

class BlueprintTest {

    @Test
    void aNarrowRowAfterAWideOneMayRunDry() {
        var questions = List.of(question("1", "试用期", 1), question("2", "试用期", 1), question("3", "工资", 1));
        var narrow = row(Set.of("试用期"), Set.of(), 2);
        var wide = row(Set.of(), Set.of(), 1);

        assertThat(new Blueprint(List.of(wide, narrow)).shortages(questions)).containsExactly(new Shortage(1, 1));
        assertThat(new Blueprint(List.of(narrow, wide)).shortages(questions)).isEmpty();
    }

    @Test
    void rowsBeforeItTakeNoQuestionTwice() {
        var questions = List.of(question("1", "试用期", 1), question("2", "试用期", 2), question("3", "工资", 1));
        var draw = new Blueprint(List.of(row(Set.of("试用期"), Set.of(1), 1), row(Set.of(), Set.of(1), 1),
                row(Set.of(), Set.of(), 1)));

        assertThat(draw.shortages(questions)).isEmpty();
        assertThat(draw.shortages(questions.subList(0, 2))).containsExactly(new Shortage(1, 0));
    }

    /** Compared with every way in which the rows could draw, one after the other. */
    @Property(tries = 400)
    void itIsFoundSafeExactlyWhenNoOrderOfDrawingRunsDry(@ForAll("questionLists") List<Question> questions,
            @ForAll("rowLists") List<DrawRow> rows) {
        boolean safe = new Blueprint(rows).shortages(questions).isEmpty();

        assertThat(safe).isEqualTo(neverRunsDry(rows, questions, new HashSet<>()));
    }

    private static boolean neverRunsDry(List<DrawRow> rows, List<Question> questions, Set<String> taken) {
        if (rows.isEmpty()) {
            return true;
        }
        var candidates = questions.stream().filter(rows.get(0)::admits)
                .filter(question -> !taken.contains(question.id())).toList();
        return candidates.size() >= rows.get(0).count() && subsets(candidates, rows.get(0).count()).stream()
                .allMatch(drawn -> {
                    var more = new HashSet<>(taken);
                    drawn.forEach(question -> more.add(question.id()));
                    return neverRunsDry(rows.subList(1, rows.size()), questions, more);
                });
    }

    private static List<List<Question>> subsets(List<Question> from, int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        var subsets = new ArrayList<List<Question>>();
        for (int i = 0; i <= from.size() - size; i++) {
            for (List<Question> rest : subsets(from.subList(i + 1, from.size()), size - 1)) {
                var subset = new ArrayList<>(rest);
                subset.add(from.get(i));
                subsets.add(subset);
            }
        }
        return subsets;
    }

    @Provide
    Arbitrary<List<Question>> questionLists() {
        var sort = Combinators.combine(Arbitraries.of("试用期", "工资", "辞职"), Arbitraries.integers().between(1, 2))
                .as(Sort::new);
        return sort.list().ofMinSize(3).ofMaxSize(8).map(sorts -> {
            var questions = new ArrayList<Question>();
            sorts.forEach(each -> questions.add(question("" + questions.size(), each.topic, each.difficulty)));
            return questions;
        });
    }

    private record Sort(String topic, int difficulty) {
    }

    @Provide
    Arbitrary<List<DrawRow>> rowLists() {
        return Combinators.combine(Arbitraries.of("试用期", "工资", "辞职").set().ofMaxSize(2),
                Arbitraries.integers().between(1, 2).set().ofMaxSize(1), Arbitraries.integers().between(1, 2))
                .as(BlueprintTest::row).list().ofMinSize(1).ofMaxSize(4);
    }

    private static DrawRow row(Set<String> topics, Set<Integer> difficulties, int count) {
        return new DrawRow(QuestionType.JUDGE, topics, difficulties, count);
    }

    private static Question question(String id, String topic, int difficulty) {
        return new Question(id, QuestionType.JUDGE, topic, difficulty, "题", Question.JUDGEMENTS, List.of("对"),
                new Citation("法", "版", "第一条"), "文", "说");
    }
}
