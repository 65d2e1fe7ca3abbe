package org.pufa.bank.format.text;

import java.util.Optional;

/**
 * The number with which a question begins: 1. 1、 （1） 【1】 第1题.
 *
 * @param end where the text behind it begins
 * @param style brackets or not: numbers of another style within a question belong to its text
 * @param sure false for 1.5 or "3 months", which are numbers of questions only where that number is due
 */
record NumberMark(int number, int end, Style style, boolean sure) {

    enum Style { DOT, BRACKET, WORD }

    private static final int ROW = 4;
    private static final String BEHIND = ".．、:：,，｡";
    private static final String BEHIND_BRACKET = ".．、:：,， ";

    static Optional<NumberMark> at(String text, int from) {
        int at = Scan.skipSpaces(text, from);
        if (text.startsWith("第", at)) {
            return word(text, at + 1);
        } else if (Scan.isOneOf(text, at, Scan.OPENING)) {
            return bracketed(text, at);
        }
        int start = text.startsWith("Q", at) || text.startsWith("q", at) ? at + 1 : at;
        int end = Scan.digits(text, start);
        return end == start ? Optional.empty() : plain(text, start, end, start > at);
    }

    /** The mark with which the text begins; the last of them where a whole row of numbers stands: 2、3、4、5、. */
    static Optional<NumberMark> last(String text) {
        var first = at(text, 0);
        NumberMark last = first.orElse(null);
        var next = first.flatMap(mark -> at(text, mark.end()));
        int row = 1;
        while (next.isPresent() && next.get().number() == last.number() + 1 && next.get().sure()) {
            last = next.get();
            next = at(text, last.end());
            row++;
        }
        return row >= ROW ? Optional.of(last) : first;
    }

    private static Optional<NumberMark> word(String text, int from) {
        int start = Scan.skipSpaces(text, from);
        int end = Scan.digits(text, start);
        int behind = Scan.skipSpaces(text, end);
        if (end == start || !text.startsWith("题", behind)) {
            return Optional.empty();
        }
        int after = Scan.isOneOf(text, behind + 1, BEHIND) ? behind + 2 : behind + 1;
        return Optional.of(new NumberMark(Scan.number(text, start, end), after, Style.WORD, after > behind + 1));
    }

    private static Optional<NumberMark> bracketed(String text, int open) {
        int start = Scan.skipSpaces(text, open + 1);
        int end = Scan.digits(text, start);
        int close = Scan.skipSpaces(text, end);
        if (end == start || !Scan.isOneOf(text, close, Scan.CLOSING)) {
            return Optional.empty();
        }
        int after = Scan.isOneOf(text, close + 1, BEHIND_BRACKET) ? close + 2 : close + 1;
        return Optional.of(new NumberMark(Scan.number(text, start, end), after, Style.BRACKET, true));
    }

    private static Optional<NumberMark> plain(String text, int start, int end, boolean lettered) {
        int number = Scan.number(text, start, end);
        int mark = Scan.skipSpaces(text, end);
        if (Scan.isOneOf(text, mark, ")）")) {
            return Optional.of(new NumberMark(number, mark + 1, Style.BRACKET, true));
        } else if (Scan.isOneOf(text, mark, BEHIND)) {
            boolean comma = Scan.isOneOf(text, mark, ",，");
            boolean sure = !comma && mark - end < 3 && (text.charAt(mark) == '、' || !Scan.isDigit(text, mark + 1));
            return Optional.of(new NumberMark(number, mark + 1, Style.DOT, sure));
        }
        boolean apart = mark > end && mark < text.length() && !Scan.isDigit(text, mark);
        return apart || lettered ? Optional.of(new NumberMark(number, mark, Style.DOT, false)) : Optional.empty();
    }
}
