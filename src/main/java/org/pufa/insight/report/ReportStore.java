package org.pufa.insight.report;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.db.Tx;
import org.pufa.insight.report.Snapshot.Frozen;
import org.pufa.insight.report.Snapshot.Hand;
import org.pufa.insight.report.Snapshot.Kept;
import org.pufa.insight.stats.Period;
import org.pufa.insight.stats.Query;

/** The rows of reports, their points, snapshots and figures. */
final class ReportStore {

    private static final String REPORT = """
            select id, title, from_day, last_day, unit, revision, finished, finished_by, finished_at, created_by,
              created_at from report
            """;
    private static final String ALL = REPORT + "where $1::text is null or unit = $1 order by from_day desc, id desc limit 200";
    private static final String FIND = REPORT + "where id = $1";
    private static final String LOCK = REPORT + "where id = $1 for no key update";
    private static final String ADD = """
            insert into report (title, from_day, last_day, unit, revision, created_by, created_at)
            values ($1, $2, $3, $4, 1, $5, $6) returning id""";
    private static final String CHANGE = "update report set revision = revision + 1, title = $2 where id = $1";
    private static final String FINISH =
            "update report set finished = $2, finished_by = $3, finished_at = $4 where id = $1";
    private static final String POINTS =
            "select heading, source, sentence from report_point where report_id = $1 order by position";
    private static final String DROP_POINTS = "delete from report_point where report_id = $1";
    private static final String ADD_POINT =
            "insert into report_point (report_id, position, heading, source, sentence) values ($1, $2, $3, $4, $5)";
    private static final String ADD_SNAPSHOT = """
            insert into report_snapshot (report_id, number, revision, points, taken_by, taken_at, hash)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String ADD_FIGURE = """
            insert into report_figure (report_id, snapshot, position, name, label, value, unit, definition, growing, href,
              query) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""";
    private static final String LATEST = """
            select number, revision, points, taken_by, taken_at, hash from report_snapshot
            where report_id = $1 and ($2::integer is null or number = $2) order by number desc limit 1""";
    private static final String FIGURES = """
            select name, label, value, unit, definition, growing, href, query from report_figure
            where report_id = $1 and snapshot = $2 order by position""";
    private static final String HANDS = """
            select position, before, value, reason, changed_by, changed_at from report_hand
            where report_id = $1 and snapshot = $2 order by position, number""";
    private static final String ADD_HAND = """
            insert into report_hand (report_id, snapshot, position, number, before, value, reason, changed_by, changed_at)
            select $1, $2, $3, count(*) + 1, $4, $5, $6, $7, $8 from report_hand
            where report_id = $1 and snapshot = $2 and position = $3""";
    private static final String TEMPLATES = "select source, sentence from report_template";
    private static final String KEEP_TEMPLATE = """
            insert into report_template (source, sentence, changed_by, changed_at) values ($1, $2, $3, $4)
            on conflict (source) do update set sentence = excluded.sentence, changed_by = excluded.changed_by,
              changed_at = excluded.changed_at""";
    private static final String DROP_TEMPLATE = "delete from report_template where source = $1";
    private static final String UNIT_OF = "select unit from report where id = $1";
    private static final String ASSIGN = "update report set unit = $2 where id = $1";
    private static final String FINISHED = "select id from report where finished is not null order by id";

    Future<List<Report>> all(Tx tx, Optional<String> unit) {
        return tx.list(ALL, row -> report(row, List.of()), unit.orElse(null));
    }

    Future<List<Long>> finished(Tx tx) {
        return tx.list(FINISHED, row -> row.getLong(0));
    }

    Future<Optional<Report>> find(Tx tx, long id) {
        return whole(tx, FIND, id);
    }

    /** The same, and nobody else changes it meanwhile. */
    Future<Optional<Report>> lock(Tx tx, long id) {
        return whole(tx, LOCK, id);
    }

    private Future<Optional<Report>> whole(Tx tx, String sql, long id) {
        return tx.list(POINTS, row -> new Point(row.getString(0), Source.parse(row.getString(1)).orElseThrow(),
                row.getString(2)), id).compose(points -> tx.one(sql, row -> report(row, points), id));
    }

    private static Report report(Row row, List<Point> points) {
        var finish = Optional.ofNullable(row.getInteger("finished")).map(number ->
                new Report.Finish(number, row.getString("finished_by"), row.getOffsetDateTime("finished_at").toInstant()));
        return new Report(row.getLong("id"), row.getString("title"), new Period(row.getLocalDate("from_day"),
                row.getLocalDate("last_day").plusDays(1)), Optional.ofNullable(row.getString("unit")),
                row.getInteger("revision"), points, finish, row.getString("created_by"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    Future<Long> add(Tx tx, String title, Period period, Optional<String> unit, String actor, Instant now) {
        return tx.get(ADD, row -> row.getLong(0), title, period.from(), period.last(), unit.orElse(null), actor, utc(now));
    }

    /** Puts other points in the place of those there are. */
    Future<Void> setPoints(Tx tx, long id, List<Point> points) {
        var rows = new ArrayList<Tuple>();
        for (Point point : points) {
            rows.add(Tuple.of(id, rows.size() + 1, point.heading(), point.source().code(), point.sentence()));
        }
        return tx.update(DROP_POINTS, id).compose(dropped -> rows.isEmpty() ? Future.succeededFuture()
                : tx.batch(ADD_POINT, rows));
    }

    Future<Void> change(Tx tx, long id, String title) {
        return tx.update(CHANGE, id, title).mapEmpty();
    }

    Future<Void> finish(Tx tx, long id, int snapshot, String actor, Instant now) {
        return tx.update(FINISH, id, snapshot, actor, utc(now)).mapEmpty();
    }

    Future<Void> add(Tx tx, Snapshot snapshot) {
        var rows = snapshot.figures().stream().map(kept -> {
            Fact fact = kept.fact();
            return Tuple.of(snapshot.report(), snapshot.number(), kept.position(), fact.name(), fact.label(), fact.value())
                    .addString(fact.unit()).addString(fact.definition()).addBoolean(fact.growing())
                    .addString(fact.href()).addValue(fact.query().toJson());
        }).toList();
        return tx.update(ADD_SNAPSHOT, snapshot.report(), snapshot.number(), snapshot.revision(), json(snapshot.points()),
                snapshot.takenBy(), utc(snapshot.takenAt()), Buffer.buffer(HexFormat.of().parseHex(snapshot.hash())))
                .compose(added -> rows.isEmpty() ? Future.succeededFuture() : tx.batch(ADD_FIGURE, rows));
    }

    private static JsonArray json(List<Frozen> points) {
        var array = new JsonArray();
        points.forEach(one -> array.add(new JsonObject().put("heading", one.point().heading())
                .put("source", one.point().source().code()).put("sentence", one.point().sentence())
                .put("words", new JsonObject(new HashMap<>(one.words())))
                .put("figures", new JsonObject(new HashMap<>(one.figures())))));
        return array;
    }

    /** @param number nothing for the latest */
    Future<Optional<Snapshot>> snapshot(Tx tx, long report, Optional<Integer> number) {
        return tx.one(LATEST, row -> row, report, number.orElse(null)).compose(found -> found.isEmpty()
                ? Future.succeededFuture(Optional.empty()) : snapshot(tx, report, found.get()).map(Optional::of));
    }

    private Future<Snapshot> snapshot(Tx tx, long report, Row row) {
        int number = row.getInteger("number");
        Map<Integer, List<Hand>> hands = new HashMap<>();
        return tx.list(HANDS, hand -> hands.computeIfAbsent(hand.getInteger("position"), at -> new ArrayList<>())
                .add(new Hand(hand.getBigDecimal("before"), hand.getBigDecimal("value"), hand.getString("reason"),
                        hand.getString("changed_by"), hand.getOffsetDateTime("changed_at").toInstant())), report, number)
                .compose(read -> tx.list(FIGURES, ReportStore::fact, report, number)).map(facts -> {
                    var figures = new ArrayList<Kept>();
                    facts.forEach(fact -> figures.add(new Kept(figures.size() + 1, fact,
                            hands.getOrDefault(figures.size() + 1, List.of()))));
                    return new Snapshot(report, number, row.getInteger("revision"), points(row.getJsonArray("points")),
                            figures, row.getString("taken_by"), row.getOffsetDateTime("taken_at").toInstant(),
                            HexFormat.of().formatHex(row.getBuffer("hash").getBytes()));
                });
    }

    private static Fact fact(Row row) {
        return new Fact(row.getString("name"), row.getString("label"), row.getBigDecimal("value"), row.getString("unit"),
                row.getString("definition"), row.getBoolean("growing"), row.getString("href"),
                Query.of(row.getJsonObject("query")));
    }

    private static List<Frozen> points(JsonArray array) {
        var points = new ArrayList<Frozen>();
        for (int i = 0; i < array.size(); i++) {
            JsonObject one = array.getJsonObject(i);
            Map<String, String> words = new HashMap<>();
            one.getJsonObject("words").forEach(entry -> words.put(entry.getKey(), (String) entry.getValue()));
            Map<String, Integer> figures = new HashMap<>();
            one.getJsonObject("figures").forEach(entry ->
                    figures.put(entry.getKey(), ((Number) entry.getValue()).intValue()));
            points.add(new Frozen(new Point(one.getString("heading"), Source.parse(one.getString("source")).orElseThrow(),
                    one.getString("sentence")), words, figures));
        }
        return points;
    }

    Future<Void> change(Tx tx, Snapshot snapshot, int position, BigDecimal before, BigDecimal value, String reason,
            String actor, Instant now) {
        return tx.update(ADD_HAND, snapshot.report(), snapshot.number(), position, before, value, reason, actor, utc(now))
                .mapEmpty();
    }

    /** The house's own templates by their codes. */
    Future<Map<String, String>> templates(Tx tx) {
        Map<String, String> templates = new HashMap<>();
        return tx.list(TEMPLATES, row -> templates.put(row.getString(0), row.getString(1))).map(read -> templates);
    }

    /** @param sentence empty to go back to the one that comes with the platform */
    Future<Void> keepTemplate(Tx tx, String code, String sentence, String actor, Instant now) {
        return (sentence.isEmpty() ? tx.update(DROP_TEMPLATE, code)
                : tx.update(KEEP_TEMPLATE, code, sentence, actor, utc(now))).mapEmpty();
    }

    Future<Optional<Optional<String>>> unitOf(Tx tx, long id) {
        return tx.one(UNIT_OF, row -> Optional.ofNullable(row.getString(0)), id);
    }

    Future<Void> assign(Tx tx, long id, Optional<String> unit) {
        return tx.update(ASSIGN, id, unit.orElse(null)).mapEmpty();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
