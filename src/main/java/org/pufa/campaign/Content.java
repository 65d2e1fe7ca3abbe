package org.pufa.campaign;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.pufa.i18n.Lang;
import org.pufa.ledger.Count;
import org.pufa.ledger.Entries.SheetBody;
import org.pufa.ledger.Tallies;
import org.pufa.web.View;

/**
 * What one launched version of a campaign shows, accepts and counts. Immutable, and the same for everyone: what
 * differs from person to person comes in by the {@link Sitting}. Never blocks.
 */
public interface Content {

    /** The paper of a sitting, for programs; nothing in it reveals an answer. */
    List<Item> items(Sitting sitting, Lang lang);

    /** Whether the paper differs from slot to slot, so that a sheet can only take the slot of its own attempt. */
    boolean paperBelongsToSlot();

    /**
     * Checks and grades what was sent.
     *
     * @throws org.pufa.kernel.Problem INVALID, naming every item that is wrong by its id
     */
    Filled fill(Sitting sitting, Answers answers);

    /**
     * What a stored sheet adds to the tallies; a recount calls it for each. Of words of one's own it holds digests, so
     * that they can count as given, but never by what they say.
     */
    List<Count> counts(String body);

    /** What is right and wrong in its sheets; nothing where nothing is. */
    default Optional<Graded> graded() {
        return Optional.empty();
    }

    /** The page on which the paper is filled in, again with what was sent and what was wrong where that failed. */
    View attemptPage(AttemptRequest request);

    /** The page behind a receipt. Without a sheet it can say only that the participation counts. */
    View receiptPage(ReceiptRequest request);

    /** What {@link #receiptPage} shows, for programs. */
    JsonObject receipt(Lang lang, Optional<SheetBody> sheet);

    /** Whether the results may be seen by everyone in that state. */
    boolean publishes(State state);

    /** The page of public results; asked only where {@link #publishes}. */
    View resultsPage(ResultsRequest request);

    /** What {@link #resultsPage} shows, for programs. */
    JsonObject results(Lang lang, Tallies tallies);

    /** Headings of the columns that an export has for each sheet. */
    List<String> columns(Lang lang);

    /**
     * The cells below {@link #columns}, as many and in the same order.
     *
     * @param sheet as {@link Words#opened} gives it: with texts, or null where they are erased
     */
    List<String> cells(Lang lang, SheetBody sheet);
}
