package org.pufa.ledger;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.pufa.db.Tx;
import org.pufa.kernel.CampaignId;

/**
 * The counts of one campaign at one instant, all taken in the same statement.
 *
 * @param sums dimension to key to number
 */
public record Tallies(Map<String, Map<String, Long>> sums) {

    /** How many entries moved from one score to another when a key was corrected, such as {@code 60/80}. */
    public static final String REGRADED = "regraded";

    private static final String ALL = """
            select campaign_id, dimension, key, sum(n)::bigint
            from (select campaign_id, dimension, key, n from tally where campaign_id = any($1)
                  union all select b.campaign_id, u.* from tally_batch b, unnest(b.dimensions, b.keys, b.numbers) as u
                  where b.campaign_id = any($1)
                  union all select campaign_id, 'regraded', score_before || '/' || score_after, n from regrade_tally
                  where campaign_id = any($1)) as all_counts(campaign_id, dimension, key, n)
            group by campaign_id, dimension, key""";

    /** The days are compared as plain text, whatever the order of words that the database was made with. */
    private static final String BETWEEN = """
            select campaign_id, dimension,
              case when dimension = 'hour' and $5 then '*T' || right(key, 2) else key end as name, sum(n)::bigint
            from (select campaign_id, dimension, key, n from tally
                  where campaign_id = any($1) and dimension = any($4)
                  union all select b.campaign_id, u.* from tally_batch b,
                    unnest(b.dimensions, b.keys, b.numbers) as u(dimension, key, n)
                  where b.campaign_id = any($1) and u.dimension = any($4)) as all_counts
            where dimension = 'participants' or key collate "C" >= $2 and key collate "C" < $3
            group by campaign_id, dimension, name""";
    private static final String OF_SHEETS = """
            select campaign_id, dimension, key, sum(n)::bigint
            from (select campaign_id, dimension, key, n from tally
                  where campaign_id = any($1) and dimension not in ('day', 'hour', 'participants')
                  union all select b.campaign_id, u.* from tally_batch b,
                    unnest(b.dimensions, b.keys, b.numbers) as u(dimension, key, n)
                  where b.campaign_id = any($1) and u.dimension not in ('day', 'hour', 'participants')) as all_counts
            group by campaign_id, dimension, key""";
    /** Which hours are read; they are many. */
    public enum Hours {

        NONE,
        /** Those of all days together, see {@link #ANY_DAY}. */
        OF_ANY_DAY,
        OF_EACH_DAY
    }

    /** In place of a day, where hours of all days are counted together: {@code *T10}. */
    public static final String ANY_DAY = "*";

    /**
     * What the ledger itself counted of several campaigns from one day in China, included, to another, excluded: their
     * days and hours within it, but the participants of the whole campaign. Campaigns without entries are left out.
     *
     */
    public static Future<Map<CampaignId, Tallies>> between(Tx tx, List<CampaignId> campaigns, LocalDate from,
            LocalDate to, Hours hours) {
        return read(tx, BETWEEN, ids(campaigns), from.toString(), to.toString(),
                hours == Hours.NONE ? new String[] {BatchRows.DAY, BatchRows.PARTICIPANTS}
                        : new String[] {BatchRows.DAY, BatchRows.HOUR, BatchRows.PARTICIPANTS}, hours == Hours.OF_ANY_DAY);
    }

    public static Future<Tallies> of(Tx tx, CampaignId campaign) {
        return read(tx, ALL, new Object[] {ids(List.of(campaign))}).map(all -> all.getOrDefault(campaign, new Tallies(new TreeMap<>())));
    }

    /** What the sheets of several campaigns say, at one instant; campaigns without any are left out. */
    public static Future<Map<CampaignId, Tallies>> ofSheets(Tx tx, List<CampaignId> campaigns) {
        return read(tx, OF_SHEETS, new Object[] {ids(campaigns)});
    }

    private static Long[] ids(List<CampaignId> campaigns) {
        return campaigns.stream().map(CampaignId::value).toArray(Long[]::new);
    }

    private static Future<Map<CampaignId, Tallies>> read(Tx tx, String sql, Object... arguments) {
        var all = new HashMap<CampaignId, Tallies>();
        return tx.list(sql, row -> all.computeIfAbsent(new CampaignId(row.getLong(0)), id -> new Tallies(
                        new TreeMap<>())).sums().computeIfAbsent(row.getString(1), name -> new TreeMap<>())
                .put(row.getString(2), row.getLong(3)), arguments).map(rows -> all);
    }

    /** Counted entries (参与人次). */
    public long participations() {
        return in(BatchRows.DAY).values().stream().mapToLong(Long::longValue).sum();
    }

    /** Distinct pseudonyms (参与人数). */
    public long participants() {
        return of(BatchRows.PARTICIPANTS, "");
    }

    /** Entries of each day in China, {@code 2026-11-23}, in order. */
    public Map<String, Long> byDay() {
        return folded(key -> key.substring(0, key.indexOf('/')));
    }

    /** Entries of each channel, by its code. */
    public Map<String, Long> byChannel() {
        return folded(key -> key.substring(key.indexOf('/') + 1));
    }

    /** Entries of each day and channel, {@code 2026-11-23/gzh}. */
    public Map<String, Long> byDayAndChannel() {
        return in(BatchRows.DAY);
    }

    /** Entries of each hour in China, {@code 2026-11-23T10}, in order. */
    public Map<String, Long> byHour() {
        return in(BatchRows.HOUR);
    }

    private Map<String, Long> folded(UnaryOperator<String> part) {
        var folded = new TreeMap<String, Long>(Comparator.naturalOrder());
        in(BatchRows.DAY).forEach((key, n) -> folded.merge(part.apply(key), n, Long::sum));
        return folded;
    }

    /** All counts of a dimension; empty when nothing was counted in it. */
    public Map<String, Long> in(String dimension) {
        return sums.getOrDefault(dimension, Map.of());
    }

    public long of(String dimension, String key) {
        return in(dimension).getOrDefault(key, 0L);
    }
}
