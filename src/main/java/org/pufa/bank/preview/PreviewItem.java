package org.pufa.bank.preview;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pufa.bank.intake.Item;
import org.pufa.bank.intake.Reason;

/**
 * One item of a file that waits to be confirmed.
 *
 * @param number 1 for the first item of the file
 * @param line where it begins in the file
 * @param leftOut whether it stays out of the bank although it could be taken
 * @param edited whether somebody mended it here
 * @param source the lines it was read from
 * @param reasons why it is refused or should be looked at
 */
public record PreviewItem(int number, int line, Item.State state, boolean leftOut, boolean edited, Draft draft,
        String source, List<Reason> reasons, Optional<Twin> twin) {

    public PreviewItem {
        Objects.requireNonNull(state);
        Objects.requireNonNull(draft);
        Objects.requireNonNull(source);
        Objects.requireNonNull(twin);
        reasons = List.copyOf(reasons);
    }
}
