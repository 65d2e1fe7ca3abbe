package org.pufa.insight.stats;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.CampaignRow;
import org.pufa.campaign.Campaigns;
import org.pufa.campaign.Channel;
import org.pufa.campaign.Traffic;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.i18n.LocalText;
import org.pufa.insight.stats.CampaignCount.Answers;
import org.pufa.kernel.CampaignId;
import org.pufa.ledger.Tallies;
import org.pufa.ledger.Tallies.Hours;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.Listing;

/** Reads what figures are made of, and counts figures again by their queries. */
public final class Statistics {

    private final Database database;
    private final CampaignDesk desk;
    private final Campaigns campaigns;
    private final Clock clock;
    private final Heads heads;
    private final Items items;
    private final ReadingStore store = new ReadingStore();

    public Statistics(Database database, CampaignDesk desk, Campaigns campaigns, Clock clock) {
        this.database = Objects.requireNonNull(database);
        this.desk = Objects.requireNonNull(desk);
        this.campaigns = Objects.requireNonNull(campaigns);
        this.clock = Objects.requireNonNull(clock);
        this.heads = new Heads(database);
        this.items = new Items(database, clock);
    }

    /**
     * Counts figures again, all at one instant; a query that states no number now is left out.
     *
     * @throws IllegalArgumentException for a query that names no way of counting
     */
    public Future<Map<Query, BigDecimal>> again(Collection<Query> queries) {
        return database.inSnapshot(tx -> again(tx, queries));
    }

    /** The same in a snapshot of the caller's. */
    public Future<Map<Query, BigDecimal>> again(Tx tx, Collection<Query> queries) {
        var readings = new HashMap<Selection, Reading>();
        Future<Void> all = Future.succeededFuture();
        for (Query query : queries) {
            for (Selection selection : selections(query)) {
                all = all.compose(before -> readings.containsKey(selection) ? Future.succeededFuture()
                        : read(tx, selection, true).map(read -> {
                            readings.put(selection, read);
                            return null;
                        }));
            }
        }
        return all.compose(read -> itemsAgain(tx, queries)).map(items -> {
            Map<Query, BigDecimal> counted = new HashMap<>(items);
            queries.stream().filter(query -> !isOfItems(query)).forEach(query ->
                    count(readings, query).ifPresent(value -> counted.put(query, value)));
            return counted;
        });
    }

    private static boolean isOfItems(Query query) {
        return query.name().startsWith(ItemTables.PREFIX);
    }

    private Future<Map<Query, BigDecimal>> itemsAgain(Tx tx, Collection<Query> queries) {
        Map<Query, BigDecimal> counted = new HashMap<>();
        var bySlug = queries.stream().filter(Statistics::isOfItems).collect(Collectors.groupingBy(query ->
                query.parameters().getString(ItemTables.CAMPAIGN)));
        Future<Void> all = Future.succeededFuture();
        for (var same : bySlug.entrySet()) {
            Campaign campaign = campaigns.get(same.getKey());
            all = all.compose(before -> items.tables(tx, campaign)).map(tables -> {
                var numbers = tables.numbers();
                same.getValue().stream().filter(query -> numbers.containsKey(query.text()))
                        .forEach(query -> counted.put(query, numbers.get(query.text())));
                return null;
            });
        }
        return all.map(counted);
    }

    private static List<Selection> selections(Query query) {
        return Stream.of(Way.SELECTION, Comparison.THAN).map(query.parameters()::getJsonObject)
                .filter(Objects::nonNull).map(Selection::of).toList();
    }

    private static Optional<BigDecimal> count(Map<Selection, Reading> readings, Query query) {
        var of = selections(query);
        String name = of.size() == 1 ? query.name() : query.parameters().getString(Comparison.WAY);
        Way way = Way.parse(name).orElseThrow(() -> new IllegalArgumentException("no way of counting: " + name));
        var values = of.stream().map(one -> way.count(readings.get(one), one, query.parameters())).toList();
        return of.size() == 1 || values.get(0).isEmpty() || values.get(1).isEmpty() ? values.get(0)
                : Comparison.value(query.name(), values.get(0).get(), values.get(1).get());
    }

    private Future<Reading> read(Tx tx, Selection selection, boolean patient) {
        Instant now = clock.instant();
        return desk.all(tx).compose(rows -> {
            Map<CampaignId, Optional<String>> units = new HashMap<>();
            var wanted = new ArrayList<Campaign>();
            for (CampaignRow row : rows) {
                campaigns.find(row.slug()).filter(one -> isIn(selection, one, row.unit())).ifPresent(one -> {
                    units.put(row.id(), row.unit());
                    wanted.add(one);
                });
            }
            return counts(tx, selection, wanted, units, patient).compose(counts -> read(tx, selection, now, counts, patient));
        });
    }

    private static boolean isIn(Selection selection, Campaign campaign, Optional<String> unit) {
        return new CampaignCount(campaign, unit, Spots.NONE, Spots.NONE, Spots.NONE, Map.of(), Map.of(), OptionalLong.empty())
                .isIn(selection);
    }

    /** @param total participants of the whole campaign */
    private record Counted(CampaignCount count, long total) {
    }

    private Future<List<Counted>> counts(Tx tx, Selection selection, List<Campaign> wanted,
            Map<CampaignId, Optional<String>> units, boolean patient) {
        Hours hours = !patient && wanted.size() > LawAnswers.AT_ONCE ? Hours.NONE
                : selection.period().days() > Way.MOST_DAYS_OF_HOURS ? Hours.OF_ANY_DAY : Hours.OF_EACH_DAY;
        LocalDate from = selection.period().from();
        LocalDate to = selection.period().to();
        var ids = wanted.stream().map(Campaign::id).toList();
        return Tallies.between(tx, ids, from, to, hours).compose(tallies -> LawAnswers.of(tx, selection, wanted, patient).compose(laws ->
                Traffic.read(tx, ids, from, to).map(traffic -> {
            var byCampaign = traffic.stream().collect(Collectors.groupingBy(one -> one.key().campaign()));
            return wanted.stream().map(one -> counted(one, units.get(one.id()),
                    tallies.getOrDefault(one.id(), new Tallies(Map.of())),
                    byCampaign.getOrDefault(one.id(), List.of()),
                    laws.getOrDefault(one.id(), Map.of()))).toList();
        })));
    }

    private static Counted counted(Campaign campaign, Optional<String> unit, Tallies tallies,
            List<Traffic.Counted> traffic, Map<String, Answers> laws) {
        Map<String, String> districts = campaign.definition().channels().stream()
                .collect(Collectors.toMap(Channel::code, Channel::unit));
        var entries = tallies.byDayAndChannel().entrySet().stream().map(one -> {
            int slash = one.getKey().indexOf('/');
            String channel = one.getKey().substring(slash + 1);
            return new Spot(LocalDate.parse(one.getKey().substring(0, slash)), channel,
                    districts.getOrDefault(channel, ""), one.getValue());
        }).toList();
        return new Counted(new CampaignCount(campaign, unit, Spots.of(entries), spots(traffic, Traffic.What.LANDING, districts),
                spots(traffic, Traffic.What.OPENED, districts), tallies.byHour(), laws,
                OptionalLong.empty()),
                tallies.participants());
    }

    private static Spots spots(List<Traffic.Counted> traffic, Traffic.What what, Map<String, String> districts) {
        return Spots.of(traffic.stream().filter(one -> one.key().what() == what).map(one -> new Spot(one.key().day(),
                one.key().channel(), districts.getOrDefault(one.key().channel(), ""), one.n())).toList());
    }

    private Future<Reading> read(Tx tx, Selection selection, Instant now, List<Counted> counts, boolean patient) {
        return Catalogue.read(tx).compose(catalogue -> store.outreach(tx, selection, now).compose(outreach ->
                store.units(tx).compose(units -> {
                    var bare = new Reading(selection, now, counts.stream().map(Counted::count).toList(), outreach,
                            catalogue, units);
                    return withHeads(tx, bare, counts, patient);
                })));
    }

    private Future<Reading> withHeads(Tx tx, Reading bare, List<Counted> counts, boolean patient) {
        var counted = new ArrayList<CampaignCount>();
        Future<Void> all = Future.succeededFuture();
        for (Counted one : counts) {
            all = all.compose(before -> heads.of(tx, bare, one.count(), one.total(), patient)).map(people -> {
                counted.add(one.count().with(people));
                return null;
            });
        }
        return all.map(done -> new Reading(bare.selection(), bare.at(), counted, bare.outreach(), bare.catalogue(),
                bare.units()));
    }

    /** The figures of a selection, set out in tables, all of one instant. */
    public Future<List<FigureTable>> tables(Selection selection, Optional<Comparison> comparison) {
        return database.inSnapshot(tx -> tables(tx, selection, comparison, false));
    }

    /**
     * The same in a snapshot of the caller's.
     *
     * @param patient whether to wait for people who take long to count
     */
    public Future<List<FigureTable>> tables(Tx tx, Selection selection, Optional<Comparison> comparison,
            boolean patient) {
        return read(tx, selection, patient).compose(now -> comparison.map(with ->
                        read(tx, selection.during(with.of(selection.period())), patient).map(then -> {
                            var tables = new ArrayList<>(Tables.of(now));
                            tables.add(2, with.table(now, then));
                            return List.copyOf(tables);
                        })).orElseGet(() -> Future.succeededFuture(Tables.of(now))));
    }

    /** All figures of a selection and what they are made of, for a file; waits for people who take long to count. */
    public Future<Everything> everything(Selection selection, Optional<Comparison> comparison) {
        return database.inSnapshot(tx -> tables(tx, selection, comparison, true).compose(tables ->
                read(tx, selection, true).map(reading -> new Everything(selection, reading.at(), tables,
                        DayCounts.of(reading)))));
    }

    /** What is known of the questions of campaigns. */
    public Items items() {
        return items;
    }

    /** What a selection can be narrowed to. @param bound the unit of whoever asks; nothing for the whole house */
    public Future<Choices> choices(Optional<String> bound) {
        return database.read(tx -> desk.all(tx).compose(rows -> store.units(tx).compose(units ->
                new Listing().districts(tx, bound).map(places -> {
                    var titles = new LinkedHashMap<String, LocalText>();
                    var districts = new TreeSet<>(places);
                    for (CampaignRow row : rows) {
                        campaigns.find(row.slug()).filter(one -> bound.isEmpty() || bound.equals(row.unit()))
                                .ifPresent(one -> {
                                    titles.put(one.slug().value(), one.definition().title());
                                    one.definition().channels().forEach(channel -> districts.add(channel.unit()));
                                });
                    }
                    districts.remove("");
                    return new Choices(titles, rows.stream().map(CampaignRow::kind).distinct().sorted().toList(),
                            new TreeMap<>(units), List.copyOf(districts));
                }))));
    }

    /** Parameters besides the selection. */
    static JsonObject more(String... namesAndValues) {
        var json = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return json;
    }
}
