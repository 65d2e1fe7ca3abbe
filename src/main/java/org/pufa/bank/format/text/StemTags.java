package org.pufa.bank.format.text;

import org.pufa.bank.intake.CleanText;
import org.pufa.bank.intake.TypeWord;

/**
 * A stem without what is no part of it: （单选）, [判断题], （2分） before or behind it.
 *
 * @param typeWord "" when none stood there
 */
record StemTags(String stem, String typeWord) {

    private static final int LONGEST = 16;

    static StemTags read(String text) {
        String stem = CleanText.trim(text);
        String typeWord = "";
        for (int i = 0; i < 2; i++) {
            int close = Scan.isOneOf(stem, 0, Scan.OPENING) ? Scan.closing(stem, 0, LONGEST).orElse(-1) : -1;
            String tag = close > 0 ? stem.substring(1, close) : "";
            if (isTag(tag)) {
                typeWord = TypeWord.isOne(tag) ? tag : typeWord;
                stem = trimmed(stem.substring(close + 1));
            }
            int last = stem.length() - 1;
            int open = Scan.isOneOf(stem, last, Scan.CLOSING) ? opening(stem, last) : -1;
            String behind = open > 0 ? stem.substring(open + 1, last) : "";
            if (isTag(behind)) {
                typeWord = TypeWord.isOne(behind) ? behind : typeWord;
                stem = CleanText.trim(stem.substring(0, open));
            }
        }
        return new StemTags(stem, typeWord);
    }

    private static String trimmed(String text) {
        String rest = CleanText.trim(text);
        return rest.startsWith("、") || rest.startsWith("．") ? CleanText.trim(rest.substring(1)) : rest;
    }

    private static int opening(String text, int close) {
        for (int i = close - 1; i >= 0 && close - i <= LONGEST; i--) {
            if (Scan.OPENING.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** A type, or marks: 单选题, 2分, 单选题，2分. */
    private static boolean isTag(String text) {
        String bare = CleanText.bare(text);
        boolean type = TypeWord.isOne(text) && (bare.length() <= 8 || bare.endsWith("分"))
                && (bare.contains("选") || bare.contains("题") || bare.startsWith("判断") || bare.startsWith("是非"));
        boolean marks = bare.endsWith("分") && bare.length() <= 6 && Scan.isDigit(bare.replace("本题", "")
                .replace("每题", "").replace("共", ""), 0);
        return type || marks;
    }
}
