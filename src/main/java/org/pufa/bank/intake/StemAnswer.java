package org.pufa.bank.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The answers that stand inside a stem: （ B ）, __AC__, （√）, ( 答案:A ).
 *
 * @param marks in their order
 * @param emptyBlank whether there is also a blank without an answer, （　） or ____
 */
record StemAnswer(List<Mark> marks, boolean emptyBlank) {

    static final String BLANK = "（　）";
    private static final String OPEN = "（(【[〔{";
    private static final String CLOSE = "）)】]〕}";
    private static final String BETWEEN = "、,，;；/ 　_.。:：和";
    private static final String SENTENCE_END = "。？！?!；;”\"’》";
    /** A letter in brackets after one of these is a label: 如图(A)所示. */
    private static final List<String> LABELLED = List.of("如图", "下图", "上图", "左图", "右图", "附图", "如表", "下表", "上表");
    private static final int LONGEST = 24;
    private static final char LAST_LETTER = 'J';

    /**
     * One answer in the stem.
     *
     * @param from where what is to be blanked out begins; it ends before {@code to}
     * @param value letters such as AC, or 对 or 错
     * @param sure whether nothing else can be meant
     * @param bare whether it has no brackets around it
     */
    record Mark(int from, int to, String value, boolean sure, boolean bare) {

        boolean isJudgement() {
            return value.equals(Judgement.RIGHT) || value.equals(Judgement.WRONG);
        }
    }

    static StemAnswer find(String stem) {
        var marks = new ArrayList<Mark>();
        int words = wordsEnd(stem);
        boolean emptyBlank = false;
        int at = 0;
        while (at < stem.length()) {
            int end = closing(stem, at);
            if (end < 0) {
                at++;
                continue;
            }
            String inside = inside(stem.substring(at, end));
            emptyBlank |= inside.isEmpty();
            mark(stem, at, end, inside, end >= words).ifPresent(marks::add);
            at = end;
        }
        tail(stem).ifPresent(marks::add);
        return new StemAnswer(List.copyOf(marks), emptyBlank);
    }

    /** Where the brackets or underscores that open at this place end; −1 when none do. */
    private static int closing(String stem, int at) {
        if (stem.charAt(at) == '_') {
            return underscores(stem, at);
        } else if (OPEN.indexOf(stem.charAt(at)) < 0) {
            return -1;
        }
        for (int i = at + 1; i < stem.length() && i < at + LONGEST; i++) {
            if (CLOSE.indexOf(stem.charAt(i)) >= 0) {
                return i + 1;
            } else if (OPEN.indexOf(stem.charAt(i)) >= 0) {
                return -1;
            }
        }
        return -1;
    }

    private static int underscores(String stem, int at) {
        int inside = run(stem, at, '_');
        int close = inside;
        while (close < stem.length() && close < inside + LONGEST && isAnswerSign(stem.charAt(close))) {
            close++;
        }
        boolean closed = close > inside && close < stem.length() && stem.charAt(close) == '_';
        return closed ? run(stem, close, '_') : inside;
    }

    private static boolean isAnswerSign(char c) {
        char narrow = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC).charAt(0);
        return narrow >= 'A' && narrow <= LAST_LETTER || narrow >= 'a' && narrow <= 'j' || c != '_'
                && BETWEEN.indexOf(c) >= 0 || Judgement.isMark(Character.toString(c));
    }

    private static int run(String text, int from, char of) {
        int to = from;
        while (to < text.length() && text.charAt(to) == of) {
            to++;
        }
        return to;
    }

    private static String inside(String span) {
        String inside = CleanText.trim(span.replace('_', ' '));
        if (!inside.isEmpty() && OPEN.indexOf(inside.charAt(0)) >= 0) {
            inside = inside.substring(1, inside.length() - 1);
        }
        inside = Normalizer.normalize(CleanText.trim(inside), Normalizer.Form.NFKC);
        return inside.startsWith("答案") ? inside.substring(2).replaceFirst("^[:是为\\s]+", "").strip() : inside.strip();
    }

    private static int wordsEnd(String stem) {
        int end = stem.length();
        while (end > 0 && !Character.isLetterOrDigit(stem.codePointBefore(end))) {
            end--;
        }
        return end;
    }

    /** @param last whether no words follow */
    private static Optional<Mark> mark(String stem, int from, int to, String inside, boolean last) {
        boolean label = LABELLED.stream().anyMatch(word -> stem.startsWith(word, from - word.length()));
        var letters = letters(inside).filter(found -> !label);
        if (letters.isPresent()) {
            boolean upper = inside.equals(inside.toUpperCase(Locale.ROOT)) || stem.charAt(from) == '_';
            return Optional.of(new Mark(from, to, letters.get(), upper, false));
        }
        return Judgement.of(inside).map(judged -> new Mark(from, to, judged,
                Judgement.isMark(inside) || !isLatinLetter(inside) && (last || endsStatement(stem, from)), false));
    }

    /** T may be 对, but also a unit. */
    private static boolean isLatinLetter(String text) {
        return text.length() == 1 && (text.charAt(0) | 32) >= 'a' && (text.charAt(0) | 32) <= 'z';
    }

    /** Letters from A on, each once. */
    private static Optional<String> letters(String inside) {
        var letters = new StringBuilder();
        for (char c : inside.toUpperCase(Locale.ROOT).toCharArray()) {
            if (c >= 'A' && c <= LAST_LETTER && letters.indexOf(Character.toString(c)) < 0) {
                letters.append(c);
            } else if (BETWEEN.indexOf(c) < 0) {
                return Optional.empty();
            }
        }
        return letters.isEmpty() ? Optional.empty() : Optional.of(letters.toString());
    }

    /** Whether the brackets stand before or after the statement, not within it. */
    private static boolean endsStatement(String stem, int from) {
        int before = from;
        while (before > 0 && from - before < LONGEST && CleanText.isSpace(stem.charAt(before - 1))) {
            before--;
        }
        return before == 0 || SENTENCE_END.indexOf(stem.charAt(before - 1)) >= 0;
    }

    /** Bare letters behind the last bracket or sentence: …处分。（第七十二条）abd. */
    private static Optional<Mark> tail(String stem) {
        int from = stem.length();
        while (from > 0 && isLetter(stem.charAt(from - 1))) {
            from--;
        }
        boolean apart = from > 0 && (CLOSE + SENTENCE_END).indexOf(stem.charAt(from - 1)) >= 0;
        int start = from;
        return apart ? letters(stem.substring(from)).map(value -> new Mark(start, stem.length(), value, false, true))
                : Optional.empty();
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= LAST_LETTER || c >= 'a' && c <= 'j';
    }

    /** The stem with these answers blanked out; one at its very end behind another blank is taken away. */
    static String blank(String stem, List<Mark> marks) {
        var blanked = new StringBuilder();
        int done = 0;
        for (Mark mark : marks) {
            blanked.append(stem, done, mark.from()).append(BLANK);
            done = mark.to();
        }
        return blanked.append(stem, done, stem.length()).toString();
    }
}
