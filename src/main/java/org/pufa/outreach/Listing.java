package org.pufa.outreach;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pufa.db.Tx;

/** Finds records of the register. */
public final class Listing {

    private static final String FROM = """
            from outreach o join outreach_revision r on r.outreach_id = o.id and r.number = o.revision
            left join outreach_decision d on d.outreach_id = o.id and d.revision = o.revision
            cross join lateral (select case when d.confirmed is null then 'waiting' when not d.confirmed then 'returned'
              when r.withdrawn then 'withdrawn' else 'confirmed' end as status) s
            """;
    private static final String WHERE = FROM + """
            where ($1::text is null or o.unit = $1) and ($2::date is null or r.starts_on >= $2)
              and ($3::date is null or r.starts_on <= $3) and ($4::text is null or r.kind = $4)
              and ($5::text is null or exists (select from outreach_figure f where f.outreach_id = o.id
                and f.revision = o.revision and f.measure = $5))
              and case when $6::text is null then s.status <> 'withdrawn' else s.status = $6 end
              and ($7 = '' or position($7 in lower(concat_ws(' ', r.title, r.place, r.district, r.notes,
                array_to_string(r.laws, ' '), array_to_string(r.partners, ' ')))) > 0)
              and ($8::text is null or r.district = $8)
            """;
    private static final String SELECT = """
            select o.id, r.kind, r.title, r.starts_on, r.ends_on, r.district, s.status, r.withdrawn, o.unit,
              r.entered_by, d.decided_by
            """;
    private static final String PAGE = SELECT + WHERE + "order by r.starts_on desc, o.id desc offset $9 limit $10";
    private static final String OF = SELECT + FROM + "where o.id = any($1)";
    private static final String COUNT = "select s.status, count(*) as n " + WHERE + "group by s.status";
    private static final String FIGURES = """
            select f.outreach_id, f.measure, f.amount, f.counted, f.title_id, f.gathering_id
            from outreach_figure f join outreach o on o.id = f.outreach_id and o.revision = f.revision
            where o.id = any($1) order by f.outreach_id, f.position""";
    private static final String YEARS = """
            select distinct extract(year from r.starts_on)::integer as year
            from outreach o join outreach_revision r on r.outreach_id = o.id and r.number = o.revision
            where $1::text is null or o.unit = $1 order by year desc""";
    private static final String NEXT = """
            select o.id from outreach o join outreach_revision r on r.outreach_id = o.id and r.number = o.revision
            where ($1::text is null or o.unit = $1) and r.entered_by <> $2 and o.id <> $3
              and not exists (select from outreach_decision d where d.outreach_id = o.id and d.revision = o.revision)
            order by o.id < $3, o.id limit 1""";
    private static final String DISTRICTS = """
            select r.district, count(*) as n
            from outreach o join outreach_revision r on r.outreach_id = o.id and r.number = o.revision
            where r.district <> '' and ($1::text is null or o.unit = $1) group by r.district order by n desc limit 30""";
    private static final String TWINS = """
            select o.id, r.title, r.starts_on, r.kind
            from outreach o join outreach_revision r on r.outreach_id = o.id and r.number = o.revision
            where ($1::text is null or o.unit = $1) and not r.withdrawn and r.starts_on = any($2)""";

    /** Some of the records, the latest first. */
    public Future<List<Listed>> page(Tx tx, Catalogue catalogue, RegisterFilter filter, int offset, int most) {
        return listed(tx, catalogue, PAGE, arguments(filter, offset, most));
    }

    /** Those of these ids that there are. */
    public Future<List<Listed>> of(Tx tx, Catalogue catalogue, List<Long> ids) {
        return listed(tx, catalogue, OF, (Object) ids.toArray(Long[]::new));
    }

    private static Future<List<Listed>> listed(Tx tx, Catalogue catalogue, String sql, Object... arguments) {
        return tx.list(sql, row -> row, arguments).compose(rows -> {
            Long[] ids = rows.stream().map(row -> row.getLong("id")).toArray(Long[]::new);
            return figures(tx, catalogue, ids).map(figures -> rows.stream()
                    .map(row -> listed(row, catalogue, figures.getOrDefault(row.getLong("id"), List.of()))).toList());
        });
    }

    private static Object[] arguments(RegisterFilter filter, Object... more) {
        var arguments = new ArrayList<Object>();
        arguments.add(filter.unit().orElse(null));
        arguments.add(filter.from().orElse(null));
        arguments.add(filter.to().orElse(null));
        arguments.add(filter.kind().orElse(null));
        arguments.add(filter.measure().orElse(null));
        arguments.add(filter.status().map(Status::code).orElse(null));
        arguments.add(filter.words().toLowerCase(Locale.ROOT));
        arguments.add(filter.district().orElse(null));
        arguments.addAll(List.of(more));
        return arguments.toArray();
    }

    private static Future<Map<Long, List<Figure>>> figures(Tx tx, Catalogue catalogue, Long[] ids) {
        var all = new HashMap<Long, List<Figure>>();
        return tx.list(FIGURES, row -> all.computeIfAbsent(row.getLong("outreach_id"), id -> new ArrayList<>())
                .add(RegisterStore.figure(row, catalogue)), (Object) ids).map(read -> all);
    }

    private static Listed listed(Row row, Catalogue catalogue, List<Figure> figures) {
        return new Listed(row.getLong("id"), catalogue.kind(row.getString("kind")).orElseThrow(),
                row.getString("title"), row.getLocalDate("starts_on"), row.getLocalDate("ends_on"),
                row.getString("district"), Status.parse(row.getString("status")).orElseThrow(),
                row.getBoolean("withdrawn"), Optional.ofNullable(row.getString("unit")), row.getString("entered_by"),
                Optional.ofNullable(row.getString("decided_by")), figures);
    }

    /** How many there are of each status; statuses without any are left out. */
    public Future<Map<Status, Long>> counts(Tx tx, RegisterFilter filter) {
        var counts = new HashMap<Status, Long>();
        return tx.list(COUNT, row -> counts.put(Status.parse(row.getString("status")).orElseThrow(), row.getLong("n")),
                arguments(filter)).map(read -> counts);
    }

    /** The years of which there are records, the latest first. */
    public Future<List<Integer>> years(Tx tx, Optional<String> unit) {
        return tx.list(YEARS, row -> row.getInteger("year"), unit.orElse(null));
    }

    /** Another record that waits for somebody else than whoever entered it, the ones after this first. */
    public Future<Optional<Long>> nextWaiting(Tx tx, Optional<String> unit, String actor, long current) {
        return tx.one(NEXT, row -> row.getLong("id"), unit.orElse(null), actor, current);
    }

    /** Districts of earlier records, the most frequent first. */
    public Future<List<String>> districts(Tx tx, Optional<String> unit) {
        return tx.list(DISTRICTS, row -> row.getString("district"), unit.orElse(null));
    }

    /** A record that starts on one of some days. */
    public record Twin(long id, String title, LocalDate starts, String kind) {
    }

    /** Records that start on one of those days, to find out what is registered already. */
    public Future<List<Twin>> startingOn(Tx tx, Optional<String> unit, List<LocalDate> days) {
        return tx.list(TWINS, row -> new Twin(row.getLong("id"), row.getString("title"), row.getLocalDate("starts_on"),
                row.getString("kind")), unit.orElse(null), days.toArray(LocalDate[]::new));
    }
}
