package org.pufa.outreach;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.db.Tx;

/**
 * Sums over confirmed records, each in its own measure and so in its own unit: nothing adds 人 to 人次.
 *
 * @param sums one for each kind and measure of which there is something, in the order of the catalogue
 */
public record Totals(List<Sum> sums) {

    private static final String SUMS = """
            select kind, measure, counted, sum(amount)::bigint as amount from outreach_counted_at($4)
            where ($1::text is null or owner = $1) and starts_on between $2 and $3
            group by kind, measure, counted""";
    private static final String RECORDS = """
            select kind, measure, count(distinct outreach_id) as records from outreach_counted_at($4)
            where ($1::text is null or owner = $1) and starts_on between $2 and $3
            group by grouping sets ((kind, measure), (measure))""";

    public Totals {
        sums = List.copyOf(sums);
    }

    /**
     * A sum.
     *
     * @param kind of the records; nothing for all kinds together
     * @param records how many records it comes from
     * @param ways how much of it was counted in which way
     */
    public record Sum(Optional<ActivityKind> kind, Measure measure, Amount amount, long records,
            Map<Counted, Long> ways) {

        public Sum {
            ways = Map.copyOf(ways);
        }
    }

    /**
     * The sums over what started in a year, as they stood at a moment.
     *
     * @param unit whose records; nothing for all
     * @param at what was entered or confirmed later does not count
     */
    public static Future<Totals> read(Tx tx, Catalogue catalogue, Optional<String> unit, int year, Instant at) {
        Object[] arguments = {unit.orElse(null), LocalDate.of(year, 1, 1),
            LocalDate.of(year, 12, 31), StockStore.utc(at)};
        return tx.list(SUMS, Part::of, arguments).compose(parts ->
                tx.list(RECORDS, Records::of, arguments).map(records -> new Totals(sums(catalogue, parts, records))));
    }

    private record Part(String kind, String measure, Counted way, long amount) {

        static Part of(Row row) {
            return new Part(row.getString("kind"), row.getString("measure"),
                    Counted.parse(row.getString("counted")).orElseThrow(), row.getLong("amount"));
        }
    }

    /** @param kind null for all kinds together */
    private record Records(String kind, String measure, long number) {

        static Records of(Row row) {
            return new Records(row.getString("kind"), row.getString("measure"), row.getLong("records"));
        }
    }

    private static List<Sum> sums(Catalogue catalogue, List<Part> parts, List<Records> records) {
        var sums = new ArrayList<Sum>();
        catalogue.measures().forEach(measure -> sum(null, measure, parts, records).ifPresent(sums::add));
        catalogue.kinds().forEach(kind -> kind.measures().forEach(measure ->
                sum(kind, measure, parts, records).ifPresent(sums::add)));
        return sums;
    }

    private static Optional<Sum> sum(ActivityKind kind, Measure measure, List<Part> parts, List<Records> records) {
        var ways = new EnumMap<Counted, Long>(Counted.class);
        var amount = new Amount(measure.unit(), 0);
        for (Part part : parts) {
            if (part.measure().equals(measure.code()) && (kind == null || part.kind().equals(kind.code()))) {
                ways.merge(part.way(), part.amount(), Long::sum);
                amount = amount.plus(new Amount(measure.unit(), part.amount()));
            }
        }
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        long number = records.stream().filter(one -> one.measure().equals(measure.code())
                && (kind == null ? one.kind() == null : kind.code().equals(one.kind()))).findFirst().orElseThrow().number();
        return Optional.of(new Sum(Optional.ofNullable(kind), measure, amount, number, ways));
    }

    /** Over all kinds together. */
    public List<Sum> overall() {
        return sums.stream().filter(sum -> sum.kind().isEmpty()).toList();
    }

    /** Kind by kind. */
    public List<Sum> byKind() {
        return sums.stream().filter(sum -> sum.kind().isPresent()).toList();
    }

    /** The sum over all kinds, or 0. */
    public long of(String measure) {
        return overall().stream().filter(sum -> sum.measure().code().equals(measure))
                .mapToLong(sum -> sum.amount().value()).sum();
    }
}
