package org.pufa.staff;

import java.util.List;
import java.util.regex.Pattern;

/** What people type when they need some more characters: rows of keys, counting, years and dates, the same again. */
final class GuessableRows {

    private static final int SHORTEST_ROW = 3;
    private static final List<String> ROWS = List.of("01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop[]",
            "asdfghjkl;'", "zxcvbnm,./", "!@#$%^&*()", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp",
            "1q2w3e4r5t6y7u8i9o0p", "147258369", "159357", "5201314", "1314520", "7758521", "7758258");
    private static final Pattern DATE = Pattern.compile("(19|20)\\d{2}((0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01]))?");
    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}");

    private GuessableRows() {
    }

    /** Letters in place of what is often typed for them: p@ssw0rd is password. */
    static String unmask(String text) {
        return text.replace('@', 'a').replace('0', 'o').replace('1', 'i').replace('3', 'e').replace('$', 's')
                .replace('5', 's');
    }

    /** Whether a few characters are typed again and again. */
    static boolean isRepeated(String text) {
        for (int period = 1; period <= text.length() / 2 && period <= 6; period++) {
            if (text.substring(period).equals(text.substring(0, text.length() - period))) {
                return true;
            }
        }
        return text.codePoints().distinct().count() < 4;
    }

    /** How many characters belong to no row. What was taken out before is marked by NUL. */
    static int own(String text) {
        String rest = DATE.matcher(PHONE.matcher(text).replaceAll("\0")).replaceAll("\0");
        int own = 0;
        int at = 0;
        while (at < rest.length()) {
            int row = rowAt(rest, at);
            if (row >= SHORTEST_ROW) {
                at += row;
            } else {
                own += Character.isLetterOrDigit(rest.charAt(at)) || rest.charAt(at) > 0x7f ? 1 : 0;
                at++;
            }
        }
        return own;
    }

    /** The length of the longest row that begins there, forwards, backwards or of one character. */
    private static int rowAt(String text, int at) {
        int longest = 1;
        while (at + longest < text.length() && text.charAt(at + longest) == text.charAt(at)) {
            longest++;
        }
        for (String row : ROWS) {
            longest = Math.max(longest, common(text, at, row));
            longest = Math.max(longest, common(text, at, new StringBuilder(row).reverse().toString()));
        }
        return longest;
    }

    private static int common(String text, int at, String row) {
        int longest = 0;
        for (int from = row.indexOf(text.charAt(at)); from >= 0; from = row.indexOf(text.charAt(at), from + 1)) {
            int length = 0;
            while (from + length < row.length() && at + length < text.length()
                    && row.charAt(from + length) == text.charAt(at + length)) {
                length++;
            }
            longest = Math.max(longest, length);
        }
        return longest;
    }
}
