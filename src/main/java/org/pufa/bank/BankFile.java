package org.pufa.bank;

import java.util.Objects;

/**
 * A file that holds questions; a bank may come in several.
 *
 * @param name how messages call it
 */
public record BankFile(String name, String text) {

    public BankFile {
        Objects.requireNonNull(name);
        Objects.requireNonNull(text);
    }
}
