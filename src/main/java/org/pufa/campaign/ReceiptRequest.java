package org.pufa.campaign;

import java.time.Instant;
import java.util.Optional;
import org.pufa.ledger.Entries.SheetBody;
import org.pufa.ledger.Entry;
import org.pufa.web.Request;

/** What a kind needs to show the page behind a receipt; without a sheet where sheets are not linked to entries. */
public record ReceiptRequest(Request request, Campaign campaign, Entry entry, Optional<SheetBody> sheet, Instant now) {
}
