package org.pufa.bank.intake;

/** Texts of a file as sentences quote them: one line, not too long. */
final class Shown {

    private static final int LONGEST = 40;

    private Shown() {
    }

    static String of(String text) {
        String line = text.replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= LONGEST ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
