package org.pufa.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.ReceiptCode;

/**
 * A checked and graded sheet that asks to become an entry.
 *
 * @param slots any one of these places will do; a quiz, whose paper belongs to one slot, names only that
 * @param slot the place to try first, one of {@code slots}
 * @param attempt makes the submission repeatable: the same attempt never becomes two entries
 * @param channel code of the channel the participant came by
 * @param arrived when the server had read it
 * @param body the sheet as canonical JSON
 * @param score points, where the kind gives any; else null
 * @param counts what the sheet adds to the tallies, the same that a recount of {@code body} gives
 */
public record Submission(Book book, Pseudonym participant, Slots slots, int slot, ReceiptCode attempt, String channel,
        Instant arrived, String body, Integer score, List<Count> counts) {

    public Submission {
        Objects.requireNonNull(book);
        Objects.requireNonNull(participant);
        Objects.requireNonNull(attempt);
        Objects.requireNonNull(channel);
        Objects.requireNonNull(arrived);
        Objects.requireNonNull(body);
        counts = List.copyOf(counts);
        if (!slots.contain(slot)) {
            throw new IllegalArgumentException("slot " + slot + " is not among " + slots);
        }
    }

    Submission inSlot(int other) {
        return new Submission(book, participant, slots, other, attempt, channel, arrived, body, score, counts);
    }
}
