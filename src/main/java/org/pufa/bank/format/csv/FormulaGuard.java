package org.pufa.bank.format.csv;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running a cell of a CSV file as a formula. An apostrophe goes before a text that begins
 * like a formula; reading takes away exactly the one that writing put there, whatever the text begins with.
 */
final class FormulaGuard {

    private static final Pattern RISKY = Pattern.compile("'*[=+\\-@\t\r＝＋－＠].*", Pattern.DOTALL);

    private FormulaGuard() {
    }

    static String guard(String text) {
        return RISKY.matcher(text).matches() ? "'" + text : text;
    }

    static String unguard(String cell) {
        return cell.startsWith("'") && RISKY.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
