package org.pufa.bank.format.text;

import java.util.ArrayList;
import java.util.List;
import org.pufa.bank.intake.CleanText;

/** Reads a line of a table of answers: 1-5 ABCDA, 1.A 2.B, 3、参考答案：√. */
final class KeyLine {

    private static final String RANGE = "-－—–~～至到";
    private static final String BETWEEN = " 、,，;；。.\t　";
    private static final int LONGEST_RANGE = 200;

    /**
     * The answer to one question.
     *
     * @param value "" when the figures of a range do not fit its answers
     * @param more what stands behind it in the line
     */
    record Entry(int number, String value, String more) {
    }

    private final String text;
    private final List<Entry> entries = new ArrayList<>();
    private int at;

    private KeyLine(String text) {
        this.text = text;
    }

    /** What the line says; nothing when it is no such line. */
    static List<Entry> read(String text) {
        var line = new KeyLine(text);
        return line.readAll() ? line.entries : List.of();
    }

    private boolean readAll() {
        while (skip() < text.length()) {
            int start = at;
            int from = Scan.isOneOf(text, at, "（(【[第") ? at + 1 : at;
            int end = Scan.digits(text, from);
            if (end == from) {
                return !entries.isEmpty() && addRest();
            } else if (!(range(from, end) || single(start))) {
                return false;
            }
        }
        return !entries.isEmpty();
    }

    private int skip() {
        while (at < text.length() && (BETWEEN.indexOf(text.charAt(at)) >= 0 || CleanText.isSpace(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    /** Text behind the last answer explains it. */
    private boolean addRest() {
        Entry last = entries.remove(entries.size() - 1);
        entries.add(new Entry(last.number(), last.value(), CleanText.trim(text.substring(at))));
        at = text.length();
        return entries.size() == 1;
    }

    private boolean single(int start) {
        var mark = NumberMark.at(text, start).filter(found -> found.sure() || Scan.isSpace(text, found.end())
                || Scan.letter(text, found.end()) > 0);
        int glued = Scan.digits(text, start);
        int from = mark.map(NumberMark::end).orElse(glued);
        if (mark.isEmpty() && Scan.letter(text, glued) == 0) {
            return false;
        }
        int value = Marker.at(text, from).filter(found -> found.kind() == Marker.Kind.ANSWER).map(Marker::end)
                .orElse(Scan.skipSpaces(text, from));
        int open = Scan.isOneOf(text, value, Scan.OPENING) ? value + 1 : value;
        int end = AnswerValue.end(text, Scan.skipSpaces(text, open));
        if (end < 0 || open == value && end < text.length() && Scan.isHan(text.charAt(end))
                && Scan.letter(text, end - 1) > 0) {
            return false;
        }
        entries.add(new Entry(Scan.number(text, numberFrom(start), Scan.digits(text, numberFrom(start))),
                CleanText.trim(text.substring(open, end)), ""));
        at = open > value && Scan.isOneOf(text, end, Scan.CLOSING) ? end + 1 : end;
        return true;
    }

    private int numberFrom(int start) {
        int from = start;
        while (from < text.length() && !Scan.isDigit(text, from)) {
            from++;
        }
        return from;
    }

    private boolean range(int from, int end) {
        int sign = Scan.skipSpaces(text, end);
        int to = Scan.isOneOf(text, sign, RANGE) ? Scan.skipSpaces(text, sign + 1) : -1;
        while (to > 0 && Scan.isOneOf(text, to, RANGE)) {
            to++;
        }
        int toEnd = to < 0 ? -1 : Scan.digits(text, to);
        if (toEnd <= to) {
            return false;
        }
        int first = Scan.number(text, from, end);
        int count = Scan.number(text, to, toEnd) - first + 1;
        int stop = toEnd;
        while (stop < text.length() && !Scan.isDigit(text, stop)) {
            stop++;
        }
        return count > 1 && count <= LONGEST_RANGE && fill(first, count, text.substring(toEnd, stop), stop);
    }

    private boolean fill(int first, int count, String answers, int stop) {
        var groups = groups(answers);
        var single = groups.size() == count ? groups : List.of(String.join("", groups).split(""));
        if (groups.isEmpty() || !groups.stream().allMatch(Scan::isAnswer)
                && !String.join("", groups).chars().allMatch(c -> Scan.isAnswer(Character.toString(c)))) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            entries.add(new Entry(first + i, single.size() == count ? single.get(i) : "", ""));
        }
        at = stop;
        return true;
    }

    private static List<String> groups(String answers) {
        var groups = new ArrayList<String>();
        var group = new StringBuilder();
        for (char c : (answers + ' ').toCharArray()) {
            boolean between = CleanText.isSpace(c) || (BETWEEN + ":：)）题").indexOf(c) >= 0;
            if (!between) {
                group.append(c);
            } else if (group.length() > 0) {
                groups.add(group.toString());
                group.setLength(0);
            }
        }
        return groups;
    }
}
