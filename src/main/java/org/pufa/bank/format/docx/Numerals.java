package org.pufa.bank.format.docx;

/** Numbers as Word writes them before paragraphs. */
final class Numerals {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final int MOST = 9999;

    private Numerals() {
    }

    static boolean isChinese(String format) {
        return format.startsWith("chinese") || format.startsWith("japanese") || format.startsWith("taiwanese")
                || format.startsWith("ideograph");
    }

    /** Options are lettered in capitals whatever the document does, so that they are known as options. */
    static String written(String format, int number) {
        if (format.equals("upperLetter") || format.equals("lowerLetter")) {
            return letter(number);
        }
        return isChinese(format) ? chinese(number) : Integer.toString(number);
    }

    private static String letter(int number) {
        return number >= 1 && number <= 26 ? Character.toString((char) ('A' + number - 1)) : Integer.toString(number);
    }

    private static String chinese(int number) {
        if (number <= 0 || number > MOST) {
            return Integer.toString(number);
        } else if (number < 10) {
            return digit(number);
        } else if (number < 20) {
            return "十" + (number == 10 ? "" : digit(number - 10));
        } else if (number < 100) {
            return digit(number / 10) + "十" + (number % 10 == 0 ? "" : digit(number % 10));
        }
        int rest = number % (number < 1000 ? 100 : 1000);
        String head = number < 1000 ? digit(number / 100) + "百" : digit(number / 1000) + "千";
        boolean gap = rest > 0 && rest < (number < 1000 ? 10 : 100);
        String tail = rest == 0 ? "" : rest < 20 && rest >= 10 ? "一" + chinese(rest) : chinese(rest);
        return head + (gap ? "零" : "") + tail;
    }

    private static String digit(int digit) {
        return DIGITS.substring(digit, digit + 1);
    }
}
