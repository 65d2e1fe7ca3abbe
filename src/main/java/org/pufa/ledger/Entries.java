package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.pufa.db.Tx;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.ReceiptCode;

/** Looks up what the ledger has accepted. */
public final class Entries {

    private static final String COLUMNS = """
            select e.campaign_id, e.participant, e.slot, e.attempt, e.channel, e.accepted_at, e.lane, e.height""";
    private static final String BY_RECEIPT = COLUMNS + " from entry e where e.campaign_id = $1 and e.attempt = $2";
    private static final String OF_PARTICIPANT = COLUMNS + """
             from entry e
            where e.campaign_id = $1 and e.participant = $2 and e.slot between $3 and $4 order by e.slot""";
    private static final String SHEET = """
            select body, score from entry where campaign_id = $1 and attempt = $2 and body is not null""";
    private static final String LINKED = COLUMNS + """
            , e.body, e.score from entry e where e.campaign_id = $1 order by e.accepted_at, e.attempt""";
    private static final String SHEETS = "select body, score from sheet where campaign_id = $1 order by number";

    /** A sheet as it was accepted: canonical JSON, and the points where its kind gives any. */
    public record SheetBody(String body, Optional<Integer> score) {
    }

    public Future<Optional<Entry>> byReceipt(Tx tx, CampaignId campaign, ReceiptCode receipt) {
        return tx.one(BY_RECEIPT, Entries::entry, campaign.value(), receipt.value());
    }

    /** The entries that hold any of these slots, lowest slot first. */
    public Future<List<Entry>> ofParticipant(Tx tx, CampaignId campaign, Pseudonym participant, Slots slots) {
        return tx.list(OF_PARTICIPANT, Entries::entry, campaign.value(), participant.value(), slots.first(),
                slots.last());
    }

    /** The sheet of an entry; nothing where sheets are not linked to entries. */
    public Future<Optional<SheetBody>> sheet(Tx tx, Entry entry) {
        return tx.one(SHEET, Entries::sheetBody, entry.campaign().value(), entry.receipt().value());
    }

    /** Every entry in the order of acceptance, each with its sheet where sheets are linked; needs a transaction. */
    public Future<Void> stream(Tx tx, CampaignId campaign, BiConsumer<Entry, Optional<SheetBody>> consumer) {
        return tx.stream(LINKED, row -> consumer.accept(entry(row), row.getString("body") == null ? Optional.empty()
                : Optional.of(sheetBody(row))), campaign.value());
    }

    /** Every sheet in an order that tells nothing of its entry; needs a transaction. */
    public Future<Void> streamSheets(Tx tx, CampaignId campaign, Consumer<SheetBody> consumer) {
        return tx.stream(SHEETS, row -> consumer.accept(sheetBody(row)), campaign.value());
    }

    private static SheetBody sheetBody(Row row) {
        return new SheetBody(row.getString("body"), Optional.ofNullable(row.getInteger("score")));
    }

    static Entry entry(Row row) {
        return new Entry(new CampaignId(row.getLong("campaign_id")), new Pseudonym(row.getUUID("participant")),
                row.getInteger("slot"), new ReceiptCode(row.getLong("attempt")), row.getString("channel"),
                row.get(OffsetDateTime.class, "accepted_at").toInstant(), row.getInteger("lane"),
                row.getInteger("height"));
    }
}
