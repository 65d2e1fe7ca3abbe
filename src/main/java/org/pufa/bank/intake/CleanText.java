package org.pufa.bank.intake;

import java.text.Normalizer;
import java.util.List;
import org.pufa.bank.Question.Option;

/** Brings texts of files into the one form in which they are compared, kept and shown. */
public final class CleanText {

    private static final int ZERO_WIDTH_JOINER = 0x200D;
    /** Stands where a byte could not be read as a character. */
    static final char GARBLED = '\uFFFD';

    private CleanText() {
    }

    /**
     * The text in normal form C, without control and other unseen characters, each line without spaces at its ends
     * (full-width ones too), without empty lines. A character that is no character becomes U+FFFD.
     */
    public static String of(String text) {
        var clean = new StringBuilder(text.length());
        var line = new StringBuilder();
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        for (int i = 0; i < normal.length(); i += Character.charCount(normal.codePointAt(i))) {
            int point = normal.codePointAt(i);
            if (point == '\n' || point == '\r' || point == '\u2028' || point == '\u2029' || point == '\u000B') {
                endLine(clean, line);
            } else {
                add(line, point);
            }
        }
        endLine(clean, line);
        return clean.toString();
    }

    private static void add(StringBuilder line, int point) {
        switch (Character.getType(point)) {
            case Character.SURROGATE, Character.UNASSIGNED -> line.append(GARBLED);
            case Character.CONTROL -> line.append(point == '\t' ? " " : "");
            case Character.FORMAT -> line.append(point == ZERO_WIDTH_JOINER ? Character.toString(point) : "");
            default -> line.appendCodePoint(point == '\u00A0' ? ' ' : point);
        }
    }

    private static void endLine(StringBuilder clean, StringBuilder line) {
        String text = trim(line.toString());
        if (!text.isEmpty()) {
            clean.append(clean.length() == 0 ? "" : "\n").append(text);
        }
        line.setLength(0);
    }

    /** Without spaces at both ends, full-width ones and those that do not break included. */
    public static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Whether the character is a space of any width. */
    public static boolean isSpace(char c) {
        return c <= ' ' || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }

    /** What a reader would take for the same text: letters and digits of one width and case, nothing else. */
    public static String bare(String text) {
        var bare = new StringBuilder(text.length());
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        for (int i = 0; i < normal.length(); i += Character.charCount(normal.codePointAt(i))) {
            int point = normal.codePointAt(i);
            if (Character.isLetterOrDigit(point) || isTelling(point) || isBetweenDigits(normal, i)) {
                bare.appendCodePoint(Character.toLowerCase(point));
            }
        }
        return bare.toString();
    }

    /** 1.5 is not 15. */
    private static boolean isBetweenDigits(String text, int at) {
        return ".:".indexOf(text.charAt(at)) >= 0 && at > 0 && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
    }

    /** Signs that are more than punctuation: 5% is not 5, −1 is not 1, C++ is not C. */
    private static boolean isTelling(int point) {
        int type = Character.getType(point);
        return type == Character.MATH_SYMBOL || type == Character.CURRENCY_SYMBOL || type == Character.OTHER_SYMBOL
                || "%‰-−/*#&@^".indexOf(point) >= 0;
    }

    /** Whether a browser would take a part of the text for a tag, were it not escaped. */
    static boolean looksLikeMarkup(String text) {
        for (int i = text.indexOf('<'); i >= 0 && i + 1 < text.length(); i = text.indexOf('<', i + 1)) {
            char next = text.charAt(i + 1);
            if (next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z' || next == '/' || next == '!') {
                return true;
            }
        }
        return false;
    }

    /** The question with all its texts in that form; what it was read from stays as it is. */
    static RawQuestion of(RawQuestion raw) {
        List<Option> options = raw.options().stream()
                .map(option -> new Option(of(option.letter()), of(option.text()))).toList();
        return new RawQuestion(raw.line(), of(raw.typeWord()), of(raw.stem()), options, of(raw.answer()),
                of(raw.explanation()), of(raw.citation()), of(raw.quote()), of(raw.difficulty()), of(raw.topic()),
                of(raw.code()), raw.source(), raw.pictures(), raw.reasons());
    }
}
