package org.pufa.insight.report;

/** Goes through the text of a sentence from left to right. */
final class SentenceReader {

    private static final String SPECIAL = "【】[]";

    private final String field;
    private final String text;
    private int at;

    SentenceReader(String field, String text) {
        this.field = field;
        this.text = text;
    }

    String field() {
        return field;
    }

    boolean atEnd() {
        return at == text.length();
    }

    boolean sees(char sign) {
        return !atEnd() && text.charAt(at) == sign;
    }

    boolean takes(char sign) {
        boolean there = sees(sign);
        at += there ? 1 : 0;
        return there;
    }

    void expect(char sign) {
        if (!takes(sign)) {
            throw Sentence.wrong(field, "insight.report.sentence.open", at + 1, String.valueOf(sign));
        }
    }

    /** Words up to the next sign that means something; there is at least one character. */
    String words() {
        int from = at;
        while (!atEnd() && SPECIAL.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == from) {
            throw Sentence.wrong(field, "insight.report.sentence.stray", at + 1, String.valueOf(text.charAt(at)));
        }
        return text.substring(from, at);
    }

    /** What stands before the sign, which is taken too. */
    String until(char sign) {
        int end = text.indexOf(sign, at);
        if (end < 0) {
            throw Sentence.wrong(field, "insight.report.sentence.open", text.length(), String.valueOf(sign));
        }
        String inside = text.substring(at, end);
        at = end + 1;
        return inside;
    }
}
