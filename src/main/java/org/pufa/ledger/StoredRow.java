package org.pufa.ledger;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.ReceiptCode;

/**
 * An entry with its sheet, or a sheet alone, exactly as the database holds it now, which may not be as it was written.
 */
final class StoredRow {

    private final Row row;

    StoredRow(Row row) {
        this.row = row;
    }

    Pseudonym participant() {
        return new Pseudonym(row.getUUID("participant"));
    }

    int slot() {
        return row.getInteger("slot");
    }

    String channel() {
        return row.getString("channel");
    }

    Instant acceptedAt() {
        return row.get(OffsetDateTime.class, "accepted_at").toInstant();
    }

    boolean hasSheet() {
        return row.getString("body") != null;
    }

    String body() {
        return row.getString("body");
    }

    /** What was written in one's own words, sealed; or null. */
    Buffer words() {
        return row.getBuffer("words");
    }

    /** The receipt, or the bare number where it cannot be one. */
    String receipt() {
        return receipt(row.getLong("attempt"));
    }

    static String receipt(long number) {
        return number >>> ReceiptCode.BITS == 0 ? new ReceiptCode(number).toString() : Long.toString(number);
    }

    byte[] sheetCommitment() {
        Buffer nonce = row.getBuffer("nonce");
        return Commitment.ofSheet(nonce.getBytes(), body(), row.getInteger("score"));
    }

    /** @param linked whether the entry's commitment covers its sheet, which must then be there */
    byte[] entryCommitment(CampaignId campaign, boolean linked) {
        return Commitment.ofEntry(campaign.value(), participant(), slot(), row.getLong("attempt"), channel(),
                acceptedAt(), linked ? sheetCommitment() : null);
    }
}
