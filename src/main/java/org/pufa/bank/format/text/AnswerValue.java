package org.pufa.bank.format.text;

import java.util.List;

/** How far an answer reaches when other text is glued to it. */
final class AnswerValue {

    private static final String BETWEEN = " 、,，;；/\t　";
    private static final List<String> JUDGEMENTS = List.of("正确", "错误", "不正确", "不对", "对", "错", "√", "×", "✓", "✔", "✗",
            "✘", "是", "否");

    private AnswerValue() {
    }

    /** Where the letters or the judgement that begin here end; −1 when neither stands here. */
    static int end(String text, int from) {
        for (String word : JUDGEMENTS) {
            int end = from + word.length();
            if (text.startsWith(word, from) && !(end < text.length() && Scan.isHan(text.charAt(end))
                    && Marker.plainly(text, end).isEmpty())) {
                return end;
            }
        }
        return letters(text, from);
    }

    private static int letters(String text, int from) {
        int last = -1;
        int at = from;
        while (at < text.length() && (Scan.letter(text, at) > 0 || last > 0 && BETWEEN.indexOf(text.charAt(at)) >= 0)) {
            last = Scan.letter(text, at) > 0 ? at + 1 : last;
            at++;
        }
        boolean word = last > 0 && last < text.length() && (Scan.isLatin(text.charAt(last)) || text.charAt(last) == '-');
        boolean option = last > 0 && Scan.isOneOf(text, last, ".．、:：") && last < text.length() - 1
                && !Scan.isSpace(text, last + 1) && !Scan.isOneOf(text, last + 1, "。；;");
        return word || option ? -1 : last;
    }
}
