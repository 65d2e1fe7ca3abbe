package org.pufa.bank.format.text;

import java.util.List;

/** Looks at the lines that come next, a few at most, where one line alone does not tell what it is. */
final class Ahead {

    private static final int FARTHEST = 8;
    /** More lines than are ever looked at from one line. */
    private static final int KEPT = 256;

    private final List<Line> lines;
    private final Furniture furniture;
    private final Glance[] glances = new Glance[KEPT];
    private final int[] glanced = new int[KEPT];

    Ahead(List<Line> lines, Furniture furniture) {
        this.lines = lines;
        this.furniture = furniture;
    }

    /** The next line that is neither empty nor a page number; one that is none when there is no other. */
    int next(int at) {
        int next = at + 1;
        while (next < lines.size() && next <= at + FARTHEST && glance(next).isNothing()) {
            next++;
        }
        return Math.min(next, lines.size());
    }

    /** What the line shows; each is looked at once as long as the reading goes on from line to line. */
    Glance glance(int at) {
        if (at >= lines.size()) {
            return Glance.NONE;
        }
        int place = at % KEPT;
        if (glances[place] == null || glanced[place] != at) {
            glances[place] = Glance.at(lines.get(at), furniture);
            glanced[place] = at;
        }
        return glances[place];
    }

    /** Whether the next line begins with this option. */
    boolean optionFollows(int at, char letter) {
        return glance(next(at)).isOption(letter);
    }

    /** Whether that option begins one of the next lines, wrapped ones between them. */
    boolean optionComes(int at, char letter, int within) {
        int line = next(at);
        for (int i = 0; i < within && line < lines.size(); i++, line = next(line)) {
            Glance seen = glance(line);
            if (seen.isOption(letter)) {
                return true;
            } else if (seen.isNumbered() || seen.marker().isPresent()) {
                return false;
            }
        }
        return false;
    }

    /** Whether a question without a number begins here: its options or its answer follow, as the first thing marked. */
    boolean questionBegins(int at, int within, boolean answerCounts) {
        int line = at;
        for (int i = 0; i < within && line < lines.size(); i++, line = next(line)) {
            Glance seen = glance(line);
            if (i > 0 && (seen.isNumbered() || seen.isHeading())) {
                return false;
            } else if (i > 0 && seen.isOption('A') || seen.holdsOptions()) {
                return true;
            }
            if (seen.marker().isPresent()) {
                return i > 0 && answerCounts && seen.isMarked(Marker.Kind.ANSWER);
            }
        }
        return false;
    }

    /** Whether an answer is given before the next number. */
    boolean answerBeforeNumber(int at) {
        int line = next(at);
        for (int i = 0; i < FARTHEST && line < lines.size(); i++, line = next(line)) {
            Glance seen = glance(line);
            if (seen.isNumbered() || seen.isHeading() || seen.isMarked(Marker.Kind.TYPE)) {
                return false;
            } else if (seen.isMarked(Marker.Kind.ANSWER)) {
                return true;
            }
        }
        return false;
    }

    /** Whether answers by number follow, headings between them passed over. */
    boolean keyFollows(int at) {
        int line = next(at);
        for (int i = 0; i < 3 && line < lines.size(); i++, line = next(line)) {
            String text = glance(line).text();
            if (!KeyLine.read(text).isEmpty() || isOpenAnswer(text)) {
                return true;
            }
            var heading = Heading.of(text);
            if (heading.isEmpty() || heading.get().end() < text.length() && KeyLine.read(
                    text.substring(heading.get().end())).isEmpty()) {
                return false;
            }
        }
        return false;
    }

    /** 3、参考答案： with the answer in words behind or below it. */
    static boolean isOpenAnswer(String text) {
        return NumberMark.at(text, 0).filter(mark -> mark.sure() && Marker.at(text, mark.end())
                .filter(marker -> marker.kind() == Marker.Kind.ANSWER).isPresent()).isPresent();
    }

    /** Whether options or a blank make this numbered line a question, in the midst of answers. */
    boolean isQuestion(int at, String text) {
        return questionBegins(at, 4, true) || text.contains("（ ") || text.contains("( ") || text.contains("（）")
                || text.contains("()") || text.contains("（\u3000");
    }
}
