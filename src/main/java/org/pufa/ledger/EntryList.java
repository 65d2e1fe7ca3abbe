package org.pufa.ledger;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.pufa.db.Tx;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Pseudonym;
import org.pufa.ledger.Entries.SheetBody;

/** Lists what the ledger has accepted, for those who look after a campaign: page by page, or all of it. */
public final class EntryList {

    private static final String COLUMNS = """
            select e.campaign_id, e.participant, e.slot, e.attempt, e.channel, e.accepted_at, e.lane, e.height""";
    private static final String PAGE = COLUMNS + """
             from entry e
            where e.campaign_id = $1 and e.accepted_at >= $2 and e.accepted_at < $3
              and ($4::text is null or e.channel = $4) and (e.accepted_at, e.attempt) < ($5, $6)
              and ($8::int is null or extract(hour from e.accepted_at at time zone 'Asia/Shanghai') = $8)
            order by e.accepted_at desc, e.attempt desc limit $7""";
    private static final String PARTICIPANTS = """
            select participant, count(*) from entry where campaign_id = $1 and participant > $2
            group by participant order by participant limit $3""";
    private static final String HEADS = """
            select count(distinct participant)::bigint from entry
            where campaign_id = $1 and accepted_at >= $2 and accepted_at < $3
              and (cardinality($4::text[]) = 0 or channel = any($4))""";
    /** Attempt numbers are drawn by lot, so the lowest are a sample by lot, and their index finds them at once. */
    private static final String SAMPLE = Entries.WITH_SHEET + " order by e.attempt limit $2";
    private static final String SHEET_SAMPLE =
            "select body, score, words from sheet where campaign_id = $1 order by number limit $2";
    private static final String ALL = Entries.WITH_SHEET + " order by e.accepted_at, e.attempt";

    private EntryList() {
    }

    /**
     * Which entries are wanted: accepted from {@code from}, included, to {@code to}, excluded.
     *
     * @param channel nothing for all
     * @param hour of the day in China, 0 to 23; nothing for all
     * @param before only those listed after this one
     */
    public record Span(Instant from, Instant to, Optional<String> channel, Optional<Integer> hour, Place before) {
    }

    /** Where an entry stands in the list. */
    public record Place(Instant acceptedAt, long attempt) {

        /** Before all others. */
        public static final Place NEWEST = new Place(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);
    }

    /** An entry, and its sheet where sheets are linked and it was not erased. */
    public record Accepted(Entry entry, Optional<SheetBody> sheet) {
    }

    /** How often somebody took part. */
    public record Participant(Pseudonym participant, long entries) {
    }

    /** The newest entries of the span, newest first. A narrow span is found fast in a ledger of any size. */
    public static Future<List<Entry>> page(Tx tx, CampaignId campaign, Span span, int count) {
        return tx.list(PAGE, Entries::entry, campaign.value(), EntrySql.utc(span.from()), EntrySql.utc(span.to()),
                span.channel().orElse(null), EntrySql.utc(span.before().acceptedAt()), span.before().attempt(), count,
                span.hour().orElse(null));
    }

    /** Those who took part, in the order of their pseudonyms, beginning after {@code after}. */
    public static Future<List<Participant>> participants(Tx tx, CampaignId campaign, UUID after, int count) {
        return tx.list(PARTICIPANTS, row -> new Participant(new Pseudonym(row.getUUID(0)), row.getLong(1)),
                campaign.value(), after, count);
    }

    /**
     * Distinct pseudonyms (参与人数) among the entries accepted from {@code from}, included, to {@code to}, excluded. Goes
     * over the entries.
     *
     * @param channels codes; empty for all
     */
    public static Future<Long> heads(Tx tx, CampaignId campaign, Instant from, Instant to, List<String> channels) {
        return tx.get(HEADS, row -> row.getLong(0), campaign.value(), EntrySql.utc(from), EntrySql.utc(to),
                channels.toArray(String[]::new));
    }

    /**
     * Sheets drawn by lot, in chunks; all of them where there are no more than {@code most}. The same rows give the same
     * sample. Needs a transaction.
     *
     * @param linked whether sheets stand in entries
     */
    public static Future<Void> sample(Tx tx, CampaignId campaign, boolean linked, int most,
            Function<List<SheetBody>, Future<Void>> consumer) {
        return linked ? tx.chunks(SAMPLE, Entries::sheetOf, chunk -> consumer.apply(chunk.stream()
                        .flatMap(Optional::stream).toList()), campaign.value(), most)
                : tx.chunks(SHEET_SAMPLE, Entries::sheetBody, consumer, campaign.value(), most);
    }

    /** All entries in the order of acceptance, in chunks; needs a transaction. */
    public static Future<Void> all(Tx tx, CampaignId campaign, Function<List<Accepted>, Future<Void>> consumer) {
        return tx.chunks(ALL, row -> new Accepted(Entries.entry(row), Entries.sheetOf(row)), consumer, campaign.value());
    }

    /** All sheets in an order that tells nothing of their entries, in chunks; needs a transaction. */
    public static Future<Void> sheets(Tx tx, CampaignId campaign, Function<List<SheetBody>, Future<Void>> consumer) {
        return tx.chunks(Entries.SHEETS, Entries::sheetBody, consumer, campaign.value());
    }
}
