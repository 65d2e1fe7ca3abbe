package org.pufa.campaign.watch;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pufa.campaign.Outcomes;
import org.pufa.db.Tx;
import org.pufa.kernel.CampaignId;

/** The rows of pulses and alarms. */
final class AlarmStore {

    private static final String LOCK = "select pg_try_advisory_xact_lock(7074)";
    private static final String ADD_PULSE = """
            insert into campaign_pulse (campaign_id, minute, outcome, n) values ($1, $2, $3, $4)
            on conflict on constraint campaign_pulse_of do update set n = campaign_pulse.n + excluded.n""";
    private static final String PULSE = """
            select outcome, sum(n)::bigint from campaign_pulse
            where campaign_id = $1 and minute > $2 and minute <= $3 group by outcome""";
    private static final String FORGET = "delete from campaign_pulse where minute < $1";
    private static final String RAISE = """
            insert into alarm (campaign_id, kind, began_at, seen_at, figure, usual, cause)
            values ($1, $2, $3, $3, $4, $5, $6)
            on conflict (campaign_id, kind) where ended_at is null do update
              set seen_at = greatest(alarm.seen_at, excluded.seen_at),
                  figure = case alarm.kind when 'closing' then excluded.figure
                           else greatest(alarm.figure, excluded.figure) end""";
    private static final String END = """
            update alarm set ended_at = $2 where campaign_id = $1 and ended_at is null and kind <> all($3)
              and seen_at <= $4""";
    private static final String END_OTHERS =
            "update alarm set ended_at = $2 where ended_at is null and campaign_id <> all($1)";
    private static final String COLUMNS =
            "select campaign_id, kind, began_at, ended_at, figure, usual, cause from alarm";
    private static final String OPEN = COLUMNS + " where ended_at is null order by id";
    private static final String HISTORY = COLUMNS + " where campaign_id = $1 order by id desc limit $2";

    /** Whether this transaction alone may raise and end alarms. */
    Future<Boolean> lock(Tx tx) {
        return tx.get(LOCK, row -> row.getBoolean(0));
    }

    Future<Void> add(Tx tx, Map<Outcomes.Key, Long> counts, Instant now) {
        var minute = utc(now.truncatedTo(ChronoUnit.MINUTES));
        return tx.batch(ADD_PULSE, counts.entrySet().stream().map(one -> Tuple.of(one.getKey().campaign().value(),
                minute, one.getKey().outcome(), one.getValue())).toList());
    }

    /** What became of the submissions of the last time. */
    Future<Map<String, Long>> pulse(Tx tx, CampaignId campaign, Instant now, Duration last) {
        var counts = new TreeMap<String, Long>();
        return tx.list(PULSE, row -> counts.put(row.getString(0), row.getLong(1)), campaign.value(),
                utc(now.minus(last)), utc(now)).map(counts);
    }

    Future<Void> forget(Tx tx, Instant before) {
        return tx.update(FORGET, utc(before)).mapEmpty();
    }

    Future<Void> raise(Tx tx, CampaignId campaign, List<Alarm.Finding> findings, Instant now) {
        return tx.batch(RAISE, findings.stream().map(found -> Tuple.of(campaign.value(), found.kind().code(), utc(now),
                found.figure(), found.usual(), found.cause())).toList());
    }

    /** Ends those of a campaign that are not among the findings and were not since {@code quietSince}. */
    Future<Void> end(Tx tx, CampaignId campaign, List<Alarm.Finding> findings, Instant now, Instant quietSince) {
        var kinds = findings.stream().map(found -> found.kind().code()).toArray(String[]::new);
        return tx.update(END, campaign.value(), utc(now), kinds, utc(quietSince)).mapEmpty();
    }

    /** Ends those of all campaigns that are not open. */
    Future<Void> endOthers(Tx tx, List<CampaignId> open, Instant now) {
        return tx.update(END_OTHERS, open.stream().map(CampaignId::value).toArray(Long[]::new), utc(now)).mapEmpty();
    }

    Future<List<Alarm>> open(Tx tx) {
        return tx.list(OPEN, AlarmStore::alarm);
    }

    /** The newest first. */
    Future<List<Alarm>> history(Tx tx, CampaignId campaign, int count) {
        return tx.list(HISTORY, AlarmStore::alarm, campaign.value(), count);
    }

    private static Alarm alarm(Row row) {
        return new Alarm(new CampaignId(row.getLong(0)), Alarm.Kind.of(row.getString(1)),
                row.get(OffsetDateTime.class, 2).toInstant(),
                Optional.ofNullable(row.get(OffsetDateTime.class, 3)).map(OffsetDateTime::toInstant), row.getLong(4),
                row.getLong(5), row.getString(6));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
