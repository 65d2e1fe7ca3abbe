package org.pufa.campaign;

import java.util.Set;
import java.util.function.IntUnaryOperator;

/** Makes codes for channels: short, and of signs that nobody takes for one another when reading them out. */
final class ChannelCodes {

    /** Without 0 o 1 l i, and without vowels, so that no code is a word. */
    private static final String SIGNS = "23456789bcdfghjkmnpqrstvwxyz";
    private static final int LENGTH = 4;

    private final IntUnaryOperator random;

    /** @param random a number from 0 to below its argument */
    ChannelCodes(IntUnaryOperator random) {
        this.random = random;
    }

    /** A code that is not among {@code taken}. */
    String next(Set<String> taken) {
        while (true) {
            var code = new StringBuilder();
            for (int i = 0; i < LENGTH; i++) {
                code.append(SIGNS.charAt(random.applyAsInt(SIGNS.length())));
            }
            if (!taken.contains(code.toString())) {
                return code.toString();
            }
        }
    }
}
