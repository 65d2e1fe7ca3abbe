package org.pufa.insight.report;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.pufa.db.Tx;
import org.pufa.insight.stats.Period;

/** Sums of confirmed outreach, narrowed by what its titles say. */
final class DeedStore {

    private static final String COUNTED = """
            from outreach_counted_at($6) c
            join outreach_revision r on r.outreach_id = c.outreach_id and r.number = c.revision
            where ($1 = '' or c.kind = $1) and ($2 = '' or position($2 in r.title) > 0) and c.starts_on between $3 and $4
              and ($5::text is null or c.owner = $5)
              and ($7 = 0 or exists (select from plan_link l where l.plan_id = $7 and l.task = $8 and l.kind = 'outreach'
                and l.target = c.outreach_id::text and l.removed_by is null))
            """;
    private static final String SUMS = "select c.measure, sum(c.amount)::bigint " + COUNTED + "group by c.measure";
    private static final String RECORDS = "select count(distinct c.outreach_id) " + COUNTED;
    private static final String PLACES = "select r.place, min(c.starts_on) " + COUNTED
            + "and r.place <> '' group by r.place order by 2, 1";
    private static final String AUDIENCES = "select a.name from outreach_audience a where a.code in (select unnest(r.audiences) "
            + COUNTED + ") order by a.position";

    private static final String CAMPAIGNS = """
            select target from plan_link where plan_id = $1 and task = $2 and kind = 'campaign' and removed_by is null
            order by id""";

    /**
     * Which records are meant; kept beside a figure, it finds them again.
     *
     * @param kind of outreach, or "" for all
     * @param plan only what fulfils a task of this plan; 0 for all
     */
    record Deeds(String kind, String words, LocalDate from, LocalDate last, String unit, long plan, long task) {

        static Deeds of(Source source, Period period, String unit) {
            boolean ofTask = source.sort() == Source.Sort.TASK;
            return new Deeds(ofTask ? "" : source.name(), source.words(), period.from(), period.last(), unit,
                    ofTask ? source.plan() : 0, ofTask ? source.task() : 0);
        }

        JsonObject toJson() {
            return new JsonObject().put("kind", kind).put("words", words).put("from", from.toString())
                    .put("last", last.toString()).put("unit", unit).put("plan", Long.toString(plan))
                    .put("task", Long.toString(task));
        }

        static Deeds of(JsonObject json) {
            return new Deeds(json.getString("kind"), json.getString("words"), LocalDate.parse(json.getString("from")),
                    LocalDate.parse(json.getString("last")), json.getString("unit"),
                    Long.parseLong(json.getString("plan")), Long.parseLong(json.getString("task")));
        }

        private Object[] arguments(Instant at) {
            return new Object[] {kind, words, from, last, unit.isEmpty() ? null : unit, at.atOffset(ZoneOffset.UTC),
                plan, task};
        }
    }

    /** @param measure code */
    record Sum(String measure, long amount) {
    }

    /** @param at what was confirmed later does not count */
    Future<List<Sum>> sums(Tx tx, Deeds deeds, Instant at) {
        return tx.list(SUMS, row -> new Sum(row.getString(0), row.getLong(1)), deeds.arguments(at));
    }

    Future<Long> records(Tx tx, Deeds deeds, Instant at) {
        return tx.get(RECORDS, row -> row.getLong(0), deeds.arguments(at));
    }

    /** Slugs of the campaigns that fulfil a task. */
    Future<List<String>> campaigns(Tx tx, long plan, long task) {
        return tx.list(CAMPAIGNS, row -> row.getString(0), plan, task);
    }

    /** Where it was, the earliest first. */
    Future<List<String>> places(Tx tx, Deeds deeds, Instant at) {
        return tx.list(PLACES, row -> row.getString(0), deeds.arguments(at));
    }

    /** For whom it was. */
    Future<List<String>> audiences(Tx tx, Deeds deeds, Instant at) {
        return tx.list(AUDIENCES, row -> row.getString(0), deeds.arguments(at));
    }
}
