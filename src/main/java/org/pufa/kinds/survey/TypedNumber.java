package org.pufa.kinds.survey;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A whole number as people type it: with full-width digits, with commas or spaces between thousands.
 *
 * @param value when there is no fault; clipped far beyond any bound a question may have
 * @param meant what the text would be with letters read as the digits they look like, or −1
 */
record TypedNumber(long value, Fault fault, long meant) {

    /** Why a text is no whole number. */
    enum Fault {
        NONE, LETTERS, FRACTION, OTHER;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern WHOLE = Pattern.compile(
            "[+-]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+)");
    private static final Pattern FRACTION = Pattern.compile("[+-]?[0-9][0-9,]*\\.[0-9]*");
    private static final String SPACES = "\u00a0\u2009\u202f\u3000";
    private static final String DASHES = "\u2010\u2012\u2013\u2212";
    /** No bound has so many digits, and no long overflows by them. */
    private static final int MOST_DIGITS = 15;

    static TypedNumber of(String typed) {
        String text = halfWidth(typed);
        if (WHOLE.matcher(text).matches()) {
            return new TypedNumber(value(text), Fault.NONE, -1);
        }
        return new TypedNumber(0, fault(text), meant(text));
    }

    private static Fault fault(String text) {
        boolean letters = text.codePoints().anyMatch(c -> Character.isLetter(c)
                && Character.UnicodeScript.of(c) != Character.UnicodeScript.HAN);
        if (letters) {
            return Fault.LETTERS;
        }
        return FRACTION.matcher(text).matches() ? Fault.FRACTION : Fault.OTHER;
    }

    private static long meant(String text) {
        String digits = text.replace('O', '0').replace('o', '0').replace('l', '1').replace('I', '1')
                .replaceAll("\\..*|[^0-9]", "");
        return digits.isEmpty() ? -1 : value(digits);
    }

    private static long value(String text) {
        boolean negative = text.charAt(0) == '-';
        String digits = text.replaceAll("[^0-9]", "").replaceFirst("^0+(?=.)", "");
        long size = digits.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
        return negative ? -size : size;
    }

    private static String halfWidth(String typed) {
        var text = new StringBuilder(typed.length());
        typed.chars().map(TypedNumber::halfWidth).forEach(c -> text.append((char) c));
        return text.toString();
    }

    /** The forms U+FF01 to U+FF5E stand as far from ASCII as all their neighbours. */
    private static int halfWidth(int c) {
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return c - 0xFF01 + '!';
        } else if (SPACES.indexOf(c) >= 0) {
            return ' ';
        }
        return DASHES.indexOf(c) >= 0 ? '-' : c;
    }
}
