package org.pufa.bank.format.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pufa.bank.intake.CleanText;

/** Looks at the lines that come next, a few at most, where one line alone does not tell what it is. */
final class Ahead {

    private static final int FARTHEST = 8;

    private final List<Line> lines;
    private final Furniture furniture;
    private final Map<Integer, Boolean> lineToOptions = new HashMap<>();

    Ahead(List<Line> lines, Furniture furniture) {
        this.lines = lines;
        this.furniture = furniture;
    }

    /** The next line that is neither empty nor a page number; one that is none when there is no other. */
    private int next(int at) {
        int next = at + 1;
        while (next < lines.size() && next <= at + FARTHEST && isNothing(text(next))) {
            next++;
        }
        return Math.min(next, lines.size());
    }

    private boolean isNothing(String text) {
        return text.isEmpty() || furniture.isPiece(text);
    }

    String text(int at) {
        return at < lines.size() ? CleanText.trim(lines.get(at).text()) : "";
    }

    /** Whether the next line begins with this option. */
    boolean optionFollows(int at, char letter) {
        return OptionMark.at(text(next(at)), 0).filter(mark -> mark.letter() == letter).isPresent();
    }

    /** Whether that option begins one of the next lines, wrapped ones between them. */
    boolean optionComes(int at, char letter, int within) {
        int line = next(at);
        for (int i = 0; i < within && line < lines.size(); i++, line = next(line)) {
            if (OptionMark.at(text(line), 0).filter(mark -> mark.letter() == letter).isPresent()) {
                return true;
            } else if (NumberMark.at(text(line), 0).filter(NumberMark::sure).isPresent()
                    || Marker.at(text(line), 0).isPresent()) {
                return false;
            }
        }
        return false;
    }

    /** Whether a question without a number begins here: its options or its answer follow, as the first thing marked. */
    boolean questionBegins(int at, int within, boolean answerCounts) {
        int line = at;
        for (int i = 0; i < within && line < lines.size(); i++, line = next(line)) {
            String text = text(line);
            if (i > 0 && (NumberMark.at(text, 0).filter(NumberMark::sure).isPresent() || Heading.of(text).isPresent())) {
                return false;
            } else if (i > 0 && OptionMark.at(text, 0).filter(mark -> mark.letter() == 'A').isPresent()
                    || holdsOptions(line)) {
                return true;
            }
            var marker = Marker.at(text, 0);
            if (marker.isPresent()) {
                return i > 0 && answerCounts && marker.get().kind() == Marker.Kind.ANSWER;
            }
        }
        return false;
    }

    private boolean holdsOptions(int line) {
        return lineToOptions.computeIfAbsent(line, key -> OptionMark.inside(text(key)).isPresent());
    }

    /** Whether an answer is given before the next number. */
    boolean answerBeforeNumber(int at) {
        int line = next(at);
        for (int i = 0; i < FARTHEST && line < lines.size(); i++, line = next(line)) {
            var type = Marker.at(text(line), 0).filter(marker -> marker.kind() == Marker.Kind.TYPE);
            if (NumberMark.at(text(line), 0).filter(NumberMark::sure).isPresent()
                    || Heading.of(text(line)).isPresent() || type.isPresent()) {
                return false;
            } else if (Marker.at(text(line), 0).filter(marker -> marker.kind() == Marker.Kind.ANSWER).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether answers by number follow, headings between them passed over. */
    boolean keyFollows(int at) {
        int line = next(at);
        for (int i = 0; i < 3 && line < lines.size(); i++, line = next(line)) {
            String text = text(line);
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
