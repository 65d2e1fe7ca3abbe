package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
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
    /** A sheet that is shown to nobody any more reads as if it lay apart. */
    static final String WITH_SHEET = COLUMNS + """
            , case when x.attempt is null then e.body end as body, e.score, e.words
             from entry e left join erasure x on x.campaign_id = e.campaign_id and x.attempt = e.attempt
            where e.campaign_id = $1""";
    static final String SHEETS = "select body, score, words from sheet where campaign_id = $1 order by number";
    private static final String SHEET = WITH_SHEET + " and e.attempt = $2";
    private static final String ALL = WITH_SHEET + " order by e.accepted_at, e.attempt";

    /**
     * A sheet as it was accepted.
     *
     * @param body canonical JSON
     * @param score points, where its kind gives any
     * @param words sealed: what was written in one's own words, unless there is none or it was erased
     */
    public record SheetBody(String body, Optional<Integer> score, Optional<Buffer> words) {

        /** A sheet without words of one's own. */
        public SheetBody(String body, Optional<Integer> score) {
            this(body, score, Optional.empty());
        }
    }

    public Future<Optional<Entry>> byReceipt(Tx tx, CampaignId campaign, ReceiptCode receipt) {
        return tx.one(BY_RECEIPT, Entries::entry, campaign.value(), receipt.value());
    }

    /** The entries that hold any of these slots, lowest slot first. */
    public Future<List<Entry>> ofParticipant(Tx tx, CampaignId campaign, Pseudonym participant, Slots slots) {
        return tx.list(OF_PARTICIPANT, Entries::entry, campaign.value(), participant.value(), slots.first(),
                slots.last());
    }

    /** The sheet of an entry; nothing where sheets are not linked to entries, or its owner had it erased. */
    public Future<Optional<SheetBody>> sheet(Tx tx, Entry entry) {
        return tx.one(SHEET, Entries::sheetOf, entry.campaign().value(), entry.receipt().value())
                .map(found -> found.flatMap(sheet -> sheet));
    }

    /** Every entry in the order of acceptance, each with its sheet where sheets are linked; needs a transaction. */
    public Future<Void> stream(Tx tx, CampaignId campaign, BiConsumer<Entry, Optional<SheetBody>> consumer) {
        return tx.stream(ALL, row -> consumer.accept(entry(row), sheetOf(row)), campaign.value());
    }

    /** Every sheet in an order that tells nothing of its entry; needs a transaction. */
    public Future<Void> streamSheets(Tx tx, CampaignId campaign, Consumer<SheetBody> consumer) {
        return tx.stream(SHEETS, row -> consumer.accept(sheetBody(row)), campaign.value());
    }

    static Optional<SheetBody> sheetOf(Row row) {
        return row.getString("body") == null ? Optional.empty() : Optional.of(sheetBody(row));
    }

    static SheetBody sheetBody(Row row) {
        return new SheetBody(row.getString("body"), Optional.ofNullable(row.getInteger("score")),
                Optional.ofNullable(row.getBuffer("words")));
    }

    static Entry entry(Row row) {
        return new Entry(new CampaignId(row.getLong("campaign_id")), new Pseudonym(row.getUUID("participant")),
                row.getInteger("slot"), new ReceiptCode(row.getLong("attempt")), row.getString("channel"),
                row.get(OffsetDateTime.class, "accepted_at").toInstant(), row.getInteger("lane"),
                row.getInteger("height"));
    }
}
