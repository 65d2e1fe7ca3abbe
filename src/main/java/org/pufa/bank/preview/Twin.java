package org.pufa.bank.preview;

import java.util.Objects;

/**
 * A question that an item repeats, or nearly repeats.
 *
 * @param bank where it is; "" when it is an earlier item of the same file
 * @param question its id, or the number of the item
 * @param share 1 for the same stem; less for a similar one
 * @param same whether options and answer are the same too, so that nothing is lost by leaving the item out
 */
public record Twin(String bank, String question, String stem, double share, boolean same) {

    public Twin {
        Objects.requireNonNull(bank);
        Objects.requireNonNull(question);
        Objects.requireNonNull(stem);
    }
}
