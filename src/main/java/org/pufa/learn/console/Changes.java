package org.pufa.learn.console;

import java.util.ArrayList;
import java.util.List;
import org.pufa.i18n.Lang;
import org.pufa.learn.LearnWords;
import org.pufa.learn.LessonPicture;
import org.pufa.learn.LessonText;

/** What a revision changes of the one that citizens read, for whoever reviews it. */
final class Changes {

    private static final int MOST_LINES = 600;

    private Changes() {
    }

    /** One field. */
    record Change(String where, String before, String after) {
    }

    /** One line of the text. @param mark + for a new one, − for one that is gone */
    record Line(String mark, String text) {
    }

    static List<Change> of(LearnWords words, Lang lang, LessonText before, LessonText after) {
        var changes = new ArrayList<Change>();
        add(changes, words.say(lang, "field.title"), before.title(), after.title());
        add(changes, words.say(lang, "field.sort"), words.sort(lang, before.sort()), words.sort(lang, after.sort()));
        add(changes, words.say(lang, "field.summary"), before.summary(), after.summary());
        add(changes, words.say(lang, "field.cites"), before.cites(), after.cites());
        add(changes, words.say(lang, "field.questions"), before.questions(), after.questions());
        add(changes, words.say(lang, "field.audience"), before.audience(), after.audience());
        add(changes, words.say(lang, "field.campaigns"), String.join("、", before.campaigns()),
                String.join("、", after.campaigns()));
        add(changes, words.say(lang, "field.pictures"), pictures(before), pictures(after));
        return changes;
    }

    private static String pictures(LessonText text) {
        return String.join("、", text.pictures().stream().map(LessonPicture::alt).toList());
    }

    private static void add(List<Change> changes, String where, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(where, before, after));
        }
    }

    /** The lines of the text that came or went, in their order. */
    static List<Line> lines(String before, String after) {
        var old = before.lines().limit(MOST_LINES).toList();
        var now = after.lines().limit(MOST_LINES).toList();
        int[][] common = common(old, now);
        var lines = new ArrayList<Line>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                i++;
                j++;
            } else if (j >= now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line("−", old.get(i++)));
            } else {
                lines.add(new Line("+", now.get(j++)));
            }
        }
        return lines;
    }

    /** How many lines the rests of both have in common. */
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
}
