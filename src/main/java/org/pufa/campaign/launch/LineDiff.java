package org.pufa.campaign.launch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What changed between two files, line by line. */
record LineDiff(List<Line> lines, boolean changed) {

    /** A longer file is compared only as a whole: the table of common lines would grow too large. */
    private static final int LONGEST = 3000;

    /** @param mark {@code +} for a line that came, {@code -} for one that went, else "" */
    record Line(String mark, String text) {

        boolean isNew() {
            return mark.equals("+");
        }
    }

    static LineDiff of(String before, String now) {
        var old = before.lines().toList();
        var current = now.lines().toList();
        if (old.size() > LONGEST || current.size() > LONGEST) {
            return new LineDiff(current.stream().map(text -> new Line("", text)).toList(), !old.equals(current));
        }
        int[][] common = common(old, current);
        var lines = new ArrayList<Line>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < current.size()) {
            if (i < old.size() && j < current.size() && old.get(i).equals(current.get(j))) {
                lines.add(new Line("", current.get(j++)));
                i++;
            } else if (i < old.size() && (j == current.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line("-", old.get(i++)));
            } else {
                lines.add(new Line("+", current.get(j++)));
            }
        }
        return new LineDiff(Collections.unmodifiableList(lines), !old.equals(current));
    }

    /** How many lines the rests of both files, from each pair of lines on, have in common. */
    private static int[][] common(List<String> old, List<String> now) {
        var common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j)) ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /** Only the lines that came or went. */
    List<Line> changes() {
        return lines.stream().filter(line -> !line.mark().isEmpty()).toList();
    }
}
