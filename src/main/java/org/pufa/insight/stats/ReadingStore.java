package org.pufa.insight.stats;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pufa.db.Tx;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.CampaignId;

/** What figures are made of besides the tallies: units, confirmed outreach, and people who were counted before. */
final class ReadingStore {

    private static final String UNITS = "select code, name, name_en from unit";
    private static final String COUNTED = """
            from outreach_counted_at($5)
            where starts_on >= $1 and starts_on < $2 and ($3::text is null or owner = $3)
              and ($4::text is null or district = $4)
            """;
    private static final String SUMS =
            "select kind, measure, sum(amount)::bigint " + COUNTED + "group by kind, measure";
    private static final String RECORDS = "select coalesce(kind, ''), measure, count(distinct outreach_id) " + COUNTED
            + "group by grouping sets ((kind, measure), (measure))";
    private static final String WAITING = """
            select count(*) from outreach o
            join outreach_revision r on r.outreach_id = o.id and r.number = o.revision
            left join outreach_decision d on d.outreach_id = o.id and d.revision = o.revision
            where r.starts_on >= $1 and r.starts_on < $2 and ($3::text is null or o.unit = $3)
              and ($4::text is null or r.district = $4) and d.confirmed is not true""";
    private static final String HEADS = """
            select participants from insight_heads
            where campaign_id = $1 and from_day = $2 and to_day = $3 and channels = $4 and entries = $5""";
    private static final String KEEP_HEADS = """
            insert into insight_heads (campaign_id, from_day, to_day, channels, entries, participants)
            values ($1, $2, $3, $4, $5, $6)
            on conflict on constraint insight_heads_of do update
              set entries = excluded.entries, participants = excluded.participants""";

    /** Names by code. */
    Future<Map<String, LocalText>> units(Tx tx) {
        return tx.list(UNITS, row -> Map.entry(row.getString(0), new LocalText(row.getString(1), row.getString(2))))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Records count on the day on which they start. @param at what was confirmed later does not count */
    Future<OutreachCount> outreach(Tx tx, Selection selection, Instant at) {
        Object[] where = {selection.period().from(), selection.period().to(), selection.unit().orElse(null),
            selection.district().orElse(null)};
        var counted = new ArrayList<>(Arrays.asList(where));
        counted.add(at.atOffset(ZoneOffset.UTC));
        return tx.list(SUMS, row -> new OutreachCount.Sum(row.getString(0), row.getString(1), row.getLong(2)),
                counted.toArray()).compose(sums -> tx.list(RECORDS, row -> new OutreachCount.Records(row.getString(0),
                row.getString(1), row.getLong(2)), counted.toArray()).compose(records -> tx.get(WAITING,
                row -> row.getLong(0), where).map(waiting -> new OutreachCount(sums, records, waiting))));
    }

    /**
     * People of a part of a campaign.
     *
     * @param channels codes in order; empty for all
     * @param entries how many the part holds
     */
    record Part(CampaignId campaign, LocalDate from, LocalDate to, List<String> channels, long entries) {

        private String key() {
            return String.join(",", channels);
        }
    }

    /** What was counted when the part held as many entries; nothing when it never was. */
    Future<Optional<Long>> heads(Tx tx, Part part) {
        return tx.one(HEADS, row -> row.getLong(0), part.campaign().value(), part.from(), part.to(), part.key(),
                part.entries());
    }

    Future<Void> keepHeads(Tx tx, Part part, long participants) {
        return tx.update(KEEP_HEADS, part.campaign().value(), part.from(), part.to(), part.key(), part.entries(),
                participants).mapEmpty();
    }
}
