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
 * @param channel code of the channel the participant came by; at most 60 characters
 * @param arrived when the server had read it
 * @param body the sheet as canonical JSON
 * @param score points, where the kind gives any; else null
 * @param counts what the sheet adds to the tallies, the same that a recount of {@code body} gives; none in a dimension
 *     that the ledger keeps for itself
 * @param words sealed: what was written in one's own words, of which the body holds digests; or null
 */
public record Submission(Book book, Pseudonym participant, Slots slots, int slot, ReceiptCode attempt, String channel,
        Instant arrived, String body, Integer score, List<Count> counts, byte[] words) {

    private static final int LONGEST_CHANNEL = 60;

    public Submission {
        Objects.requireNonNull(book);
        Objects.requireNonNull(participant);
        Objects.requireNonNull(attempt);
        Objects.requireNonNull(channel);
        Objects.requireNonNull(arrived);
        Objects.requireNonNull(body);
        counts = List.copyOf(counts);
        if (channel.length() > LONGEST_CHANNEL) {
            throw new IllegalArgumentException("a channel code of " + channel.length() + " characters");
        }
        if (counts.stream().anyMatch(count -> BatchRows.OWN.contains(count.dimension()))) {
            throw new IllegalArgumentException("the ledger itself counts " + BatchRows.OWN);
        }
        if (!slots.contain(slot)) {
            throw new IllegalArgumentException("slot " + slot + " is not among " + slots);
        }
    }

    /** A submission without words of one's own. */
    public Submission(Book book, Pseudonym participant, Slots slots, int slot, ReceiptCode attempt, String channel,
            Instant arrived, String body, Integer score, List<Count> counts) {
        this(book, participant, slots, slot, attempt, channel, arrived, body, score, counts, null);
    }

    Submission inSlot(int other) {
        return new Submission(book, participant, slots, other, attempt, channel, arrived, body, score, counts, words);
    }
}
