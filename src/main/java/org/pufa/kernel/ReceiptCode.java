package org.pufa.kernel;

import java.util.Optional;

/**
 * The number of an attempt, written so that a person can copy it by hand: 60 bits as twelve characters of Crockford's
 * base 32, in which O reads as 0 and I and L as 1. It is the receipt (参与凭证) of the entry that the attempt becomes.
 *
 * @param value 0 to 2^60 − 1
 */
public record ReceiptCode(long value) {

    /** How many bits a code holds. */
    public static final int BITS = 60;

    private static final int LENGTH = BITS / 5;
    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    public ReceiptCode {
        if (value >>> BITS != 0) {
            throw new IllegalArgumentException("a receipt has " + BITS + " bits");
        }
    }

    /** Reads what a person typed: any case, with or without spaces and hyphens. Nothing when it is no receipt. */
    public static Optional<ReceiptCode> parse(String text) {
        if (text == null || text.length() > 40) {
            return Optional.empty();
        }
        long value = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '-') {
                continue;
            }
            int digit = digit(c);
            if (digit < 0 || ++digits > LENGTH) {
                return Optional.empty();
            }
            value = value << 5 | digit;
        }
        return digits == LENGTH ? Optional.of(new ReceiptCode(value)) : Optional.empty();
    }

    private static int digit(char c) {
        char upper = Character.toUpperCase(c);
        return switch (upper) {
            case 'O' -> 0;
            case 'I', 'L' -> 1;
            default -> {
                for (int i = 0; i < DIGITS.length; i++) {
                    if (DIGITS[i] == upper) {
                        yield i;
                    }
                }
                yield -1;
            }
        };
    }

    /** The code as it stands in addresses: {@code PF7K3M9Q2XTD}. */
    @Override
    public String toString() {
        var text = new char[LENGTH];
        long rest = value;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS[(int) (rest & 31)];
            rest >>>= 5;
        }
        return new String(text);
    }

    /** The code as people read it, in groups of four: {@code PF7K 3M9Q 2XTD}. */
    public String spaced() {
        String text = toString();
        return text.substring(0, 4) + ' ' + text.substring(4, 8) + ' ' + text.substring(8);
    }
}
