package org.pufa.kinds.quiz;

import java.util.ArrayList;
import java.util.List;
import org.pufa.bank.Question;

/**
 * How a paper is drawn (组卷方案): row after row, and no question twice.
 *
 * @param rows 1 or more, 50 questions in all at most
 */
public record Blueprint(List<DrawRow> rows) {

    public Blueprint {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a blueprint has rows");
        }
    }

    /** How many questions a paper has. */
    public int questions() {
        return rows.stream().mapToInt(DrawRow::count).sum();
    }

    /** Whether any row can draw the question. */
    public boolean admits(Question question) {
        return rows.stream().anyMatch(row -> row.admits(question));
    }

    /**
     * A row that may find too few questions left.
     *
     * @param row 0 for the first
     * @param left how many it finds when the rows before it have drawn as unluckily as they can
     */
    public record Shortage(int row, int left) {
    }

    /**
     * The rows that could run dry, whatever the seed; none when every draw succeeds. A row can only rely on what the
     * rows before it must leave: its candidates, less the most of them that those rows can take.
     */
    public List<Shortage> shortages(List<Question> questions) {
        var shortages = new ArrayList<Shortage>();
        for (int row = 0; row < rows.size(); row++) {
            var wanted = rows.get(row);
            var candidates = questions.stream().filter(wanted::admits).toList();
            int left = candidates.size() - new Taking(rows.subList(0, row)).mostOf(candidates);
            if (left < wanted.count()) {
                shortages.add(new Shortage(row, left));
            }
        }
        return shortages;
    }

    /**
     * The greatest number of given questions that some rows can draw between them: a largest matching of questions to
     * rows, each row holding as many as it draws, found by augmenting paths.
     */
    private static final class Taking {

        private final List<DrawRow> rows;
        private final List<List<Question>> taken = new ArrayList<>();

        Taking(List<DrawRow> rows) {
            this.rows = rows;
            rows.forEach(row -> taken.add(new ArrayList<>()));
        }

        int mostOf(List<Question> questions) {
            int most = 0;
            for (Question question : questions) {
                if (place(question, new boolean[rows.size()])) {
                    most++;
                }
            }
            return most;
        }

        private boolean place(Question question, boolean[] tried) {
            for (int row = 0; row < rows.size(); row++) {
                if (!tried[row] && rows.get(row).admits(question)) {
                    tried[row] = true;
                    if (placeIn(row, question, tried)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean placeIn(int row, Question question, boolean[] tried) {
            var here = taken.get(row);
            if (here.size() < rows.get(row).count()) {
                return here.add(question);
            }
            for (int i = 0; i < here.size(); i++) {
                if (place(here.get(i), tried)) {
                    here.set(i, question);
                    return true;
                }
            }
            return false;
        }
    }
}
