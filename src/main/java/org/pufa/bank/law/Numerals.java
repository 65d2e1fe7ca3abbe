package org.pufa.bank.law;

import java.util.Map;
import java.util.OptionalInt;

/** Whole numbers below ten thousand, the way laws write them (一千二百六十) and the way people type them. */
public final class Numerals {

    /** The characters that a number may be written with. */
    static final String CHARACTERS = "零〇一二两三四五六七八九十百千0-9";

    private static final String DIGITS = "零一二三四五六七八九";
    private static final Map<Character, Integer> UNITS = Map.of('十', 10, '百', 100, '千', 1000);
    private static final int LIMIT = 10_000;
    private static final int LONGEST = 9;

    private Numerals() {
    }

    /** 19, 十九, 一〇三 or 一千零一十; nothing for a text that is no such number. */
    public static OptionalInt parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return OptionalInt.empty();
        }
        boolean units = text.chars().anyMatch(c -> UNITS.containsKey((char) c));
        int number = units ? withUnits(text) : digitByDigit(text);
        return number < 0 || number >= LIMIT ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static int digitByDigit(String text) {
        int number = 0;
        for (char c : text.toCharArray()) {
            int digit = digit(c);
            if (digit < 0) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static int withUnits(String text) {
        int sum = 0;
        int open = -1;
        for (char c : text.toCharArray()) {
            Integer unit = UNITS.get(c);
            if (unit != null) {
                sum += (open < 0 ? 1 : open) * unit;
                open = -1;
            } else if (digit(c) < 0 || open > 0) {
                return -1;
            } else {
                open = digit(c) == 0 ? -1 : digit(c);
            }
        }
        return sum + Math.max(open, 0);
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c == '两' ? 2 : c == '〇' ? 0 : DIGITS.indexOf(c);
    }

    /** 19 is 十九, 103 is 一百零三, 1010 is 一千零一十. */
    public static String chinese(int number) {
        if (number < 1 || number >= LIMIT) {
            throw new IllegalArgumentException("no article has number " + number);
        }
        var out = new StringBuilder();
        int rest = number;
        boolean gap = false;
        for (int unit = 1000; unit >= 1; unit /= 10) {
            int digit = rest / unit;
            rest %= unit;
            if (digit == 0) {
                gap |= out.length() > 0;
            } else {
                append(out, digit, unit, gap);
                gap = false;
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int digit, int unit, boolean gap) {
        if (gap) {
            out.append('零');
        }
        if (unit != 10 || digit != 1 || out.length() > 0) {
            out.append(DIGITS.charAt(digit));
        }
        UNITS.forEach((character, value) -> {
            if (value == unit) {
                out.append(character.charValue());
            }
        });
    }
}
