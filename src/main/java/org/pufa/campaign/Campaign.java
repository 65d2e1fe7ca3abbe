package org.pufa.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Slug;
import org.pufa.kernel.Window;
import org.pufa.ledger.Book;
import org.pufa.ledger.Slots;

/**
 * A launched campaign (活动), ready to be shown and to take entries.
 *
 * @param stored the last state that staff brought about; see {@link #stateAt}
 * @param corrections made since the launch, the latest first
 * @param halt why it was paused or closed early the last time, for everybody to read; "" where it never was
 */
public record Campaign(CampaignId id, int version, Definition definition, Content content, Book book, State stored,
        List<Correction.Made> corrections, String halt) {

    private static final byte[] PAPER = {'p', 'a', 'p', 'e', 'r', 0};

    public Campaign {
        Objects.requireNonNull(id);
        Objects.requireNonNull(definition);
        Objects.requireNonNull(content);
        Objects.requireNonNull(book);
        Objects.requireNonNull(stored);
        corrections = List.copyOf(corrections);
        Objects.requireNonNull(halt);
    }

    /** One that was never corrected or halted. */
    public Campaign(CampaignId id, int version, Definition definition, Content content, Book book, State stored) {
        this(id, version, definition, content, book, stored, List.of(), "");
    }

    public Slug slug() {
        return definition.slug();
    }

    public Window window() {
        return book.window();
    }

    public State stateAt(Instant now) {
        return Step.at(stored, window(), now);
    }

    /** The address of its landing page. */
    public String path() {
        return "/c/" + slug();
    }

    /** The attempt with the key of its paper: the same paper whenever the same participant opens the same slot. */
    public Sitting sitting(Attempt attempt) {
        var slot = java.nio.ByteBuffer.allocate(4).putInt(attempt.slot()).array();
        return new Sitting(attempt, book.secret().of(PAPER, attempt.participant().bytes(), slot));
    }

    /** The places that may be taken at {@code time}. */
    public Slots slotsAt(Instant time) {
        return book.limit().slotsAt(time);
    }
}
