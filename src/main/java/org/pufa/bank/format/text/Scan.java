package org.pufa.bank.format.text;

import java.util.Optional;
import org.pufa.bank.intake.CleanText;
import org.pufa.bank.intake.Judgement;

/** Looks at single characters and short passages; every method goes over its text once at most. */
final class Scan {

    static final String OPENING = "（(【[〔";
    static final String CLOSING = "）)】]〕";
    private static final int LAST_LETTER = 'J';
    private static final int MOST_DIGITS = 4;
    private static final int LONGEST_ANSWER = 60;

    private Scan() {
    }

    /** The capital letter A to J at this place, full-width ones too; 0 for anything else. */
    static char letter(String text, int at) {
        char c = at >= 0 && at < text.length() ? narrow(text.charAt(at)) : 0;
        return c >= 'A' && c <= LAST_LETTER ? c : 0;
    }

    static char narrow(char c) {
        return c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
    }

    static boolean isLatin(char c) {
        char narrow = narrow(c);
        return narrow >= 'A' && narrow <= 'Z' || narrow >= 'a' && narrow <= 'z';
    }

    static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    static boolean isSpace(String text, int at) {
        return at < 0 || at >= text.length() || CleanText.isSpace(text.charAt(at));
    }

    static int skipSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && CleanText.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean isOneOf(String text, int at, String signs) {
        return at >= 0 && at < text.length() && signs.indexOf(text.charAt(at)) >= 0;
    }

    static int digits(String text, int from) {
        int to = from;
        while (to < text.length() && to < from + MOST_DIGITS + 1 && isDigit(text, to)) {
            to++;
        }
        return to - from > MOST_DIGITS ? from : to;
    }

    static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && narrow(text.charAt(at)) >= '0' && narrow(text.charAt(at)) <= '9';
    }

    static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + narrow(text.charAt(i)) - '0';
        }
        return number;
    }

    /** Letters, or a judgement, with nothing else but what may stand between and around them. */
    static boolean isAnswer(String text) {
        if (text.length() > LONGEST_ANSWER) {
            return false;
        }
        String bare = CleanText.trim(Signs.words(text));
        return Judgement.of(unbracketed(bare)).isPresent() || isLetters(unbracketed(bare));
    }

    static boolean isLetters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            if (letter(text, i) > 0) {
                letters++;
            } else if (" 、,，;；.。/\t　".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return letters > 0 && letters <= 10;
    }

    static String unbracketed(String text) {
        int last = text.length() - 1;
        return last > 0 && OPENING.indexOf(text.charAt(0)) >= 0 && CLOSING.indexOf(text.charAt(last)) >= 0
                ? CleanText.trim(text.substring(1, last)) : text;
    }

    /** Where the bracket that opens at this place closes; nothing when it does not within so many characters. */
    static Optional<Integer> closing(String text, int open, int within) {
        for (int i = open + 1; i < text.length() && i <= open + within; i++) {
            if (CLOSING.indexOf(text.charAt(i)) >= 0) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Two passages of one text, which a line end had parted. */
    static String joined(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one + other;
        }
        boolean words = isLatin(one.charAt(one.length() - 1)) && isLatin(other.charAt(0));
        return one + (words ? " " : "") + other;
    }
}
