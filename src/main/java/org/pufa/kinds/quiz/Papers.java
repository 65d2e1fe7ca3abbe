package org.pufa.kinds.quiz;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionType;
import org.pufa.kernel.SeededOrder;

/** Draws papers: the same seed gives the same paper, at any time and on any node. */
final class Papers {

    private final List<Asked> questions;
    private final List<List<String>> letters;
    private final int[] counts;
    private final int[][] candidates;
    private final List<String> ids;

    /** @param asked enough for the blueprint, which was made sure of when they were pinned */
    Papers(Blueprint draw, Collection<Asked> asked) {
        questions = asked.stream().sorted(Comparator.comparingLong(Asked::id)).toList();
        letters = questions.stream()
                .map(each -> each.question().options().stream().map(Option::letter).toList()).toList();
        counts = draw.rows().stream().mapToInt(DrawRow::count).toArray();
        candidates = draw.rows().stream().map(this::candidates).toArray(int[][]::new);
        ids = IntStream.rangeClosed(1, draw.questions()).mapToObj(number -> "q" + number).toList();
    }

    private int[] candidates(DrawRow row) {
        return IntStream.range(0, questions.size()).filter(i -> row.admits(questions.get(i).question())).toArray();
    }

    /** The paper of a seed: row after row of the blueprint, and within each paper no question twice. */
    Paper draw(byte[] seed) {
        var order = new SeededOrder(seed);
        var taken = new boolean[questions.size()];
        var places = new ArrayList<Paper.Place>(ids.size());
        for (int row = 0; row < counts.length; row++) {
            for (int question : drawn(order, free(candidates[row], taken), counts[row])) {
                taken[question] = true;
                places.add(new Paper.Place(ids.get(places.size()), questions.get(question), shown(order, question)));
            }
        }
        return new Paper(places);
    }

    private static int[] free(int[] candidates, boolean[] taken) {
        var free = new int[candidates.length];
        int size = 0;
        for (int question : candidates) {
            if (!taken[question]) {
                free[size++] = question;
            }
        }
        return java.util.Arrays.copyOf(free, size);
    }

    /** The first steps of a shuffle by Fisher and Yates; what comes after them is not needed. */
    private static int[] drawn(SeededOrder order, int[] from, int count) {
        for (int i = 0; i < count; i++) {
            int other = i + order.below(from.length - i);
            int chosen = from[other];
            from[other] = from[i];
            from[i] = chosen;
        }
        return java.util.Arrays.copyOf(from, count);
    }

    private List<String> shown(SeededOrder order, int question) {
        boolean fixed = questions.get(question).type() == QuestionType.JUDGE;
        return fixed ? letters.get(question) : order.shuffled(letters.get(question));
    }
}
