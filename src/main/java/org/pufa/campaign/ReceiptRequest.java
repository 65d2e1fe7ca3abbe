package org.pufa.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pufa.ledger.Entries.SheetBody;
import org.pufa.ledger.Entry;
import org.pufa.web.Request;

/**
 * What a kind needs to show the page behind a receipt; without a sheet where sheets are not linked to entries.
 *
 * @param shelf what there is to read afterwards
 */
public record ReceiptRequest(Request request, Campaign campaign, Entry entry, Optional<SheetBody> sheet, Instant now,
        StudyShelf shelf) {

    /** Without anything to read afterwards. */
    public ReceiptRequest(Request request, Campaign campaign, Entry entry, Optional<SheetBody> sheet, Instant now) {
        this(request, campaign, entry, sheet, now, StudyShelf.EMPTY);
    }

    /** What is offered to everybody who took part. */
    public List<StudyShelf.Reading> readings() {
        return shelf.after(campaign.slug(), List.of());
    }
}
