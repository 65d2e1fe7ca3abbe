package org.pufa.bank.format.text;

import java.util.Objects;

/**
 * One line of a text, or one paragraph of a document.
 *
 * @param number 1 for the first
 * @param text may hold the signs of {@link Signs}
 */
public record Line(int number, String text) {

    public Line {
        Objects.requireNonNull(text);
    }
}
