package org.pufa.bank.format.text;

/** Finds the next question where it is glued to the end of the one before. */
final class Glued {

    private Glued() {
    }

    /**
     * Where the question with that number begins; −1 when it does not.
     *
     * @param needsBlank whether a blank or options must follow, because any text may stand before it
     */
    static int question(String text, int number, boolean needsBlank) {
        String digits = Integer.toString(number);
        for (int at = text.indexOf(digits, 1); at > 0; at = text.indexOf(digits, at + 1)) {
            int sign = at + digits.length();
            boolean mark = Scan.isOneOf(text, sign, ".．、") && !Scan.isDigit(text, at - 1)
                    && !Scan.isDigit(text, sign + 1);
            if (mark && (needsBlank ? hasBlank(text, sign) : Scan.isSpace(text, at - 1) && isLong(text, sign))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean hasBlank(String text, int from) {
        for (int i = from; i + 1 < text.length(); i++) {
            boolean blank = Scan.isOneOf(text, i, "（(") && Scan.isOneOf(text, Scan.skipSpaces(text, i + 1), "）)");
            if (blank || text.startsWith("__", i) || OptionMark.at(text, i).filter(mark -> mark.letter() == 'A'
                    && mark.sure() && mark.from() == text.length()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** A sentence, not the "2、" of a list within an option. */
    private static boolean isLong(String text, int from) {
        return text.length() - from > 6;
    }
}
