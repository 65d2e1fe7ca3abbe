package org.pufa.insight.report;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.Campaigns;
import org.pufa.db.Tx;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.insight.report.DeedStore.Deeds;
import org.pufa.insight.stats.Figure;
import org.pufa.insight.stats.FigureTable;
import org.pufa.insight.stats.Period;
import org.pufa.insight.stats.Query;
import org.pufa.insight.stats.Selection;
import org.pufa.insight.stats.Statistics;
import org.pufa.insight.stats.Units;
import org.pufa.kernel.Slug;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.Measure;
import org.pufa.outreach.plan.Plan;
import org.pufa.outreach.plan.PlanTask;
import org.pufa.outreach.plan.Plans;

/** Finds what can be told of a period, source by source, and counts it again by its queries. */
final class FactFinder {

    private static final String DEEDS = "report-outreach";
    private static final String DEED_RECORDS = "report-outreach-records";
    private static final String MEASURE = "measure";
    private static final String OF = "of";
    private static final int PLACES_NAMED = 3;
    private static final int LONGEST_HEADING = 40;

    private final Statistics statistics;
    private final Campaigns campaigns;
    private final Plans plans;
    private final ReportWords words;
    private final Clock clock;
    private final DeedStore store = new DeedStore();

    FactFinder(Statistics statistics, Campaigns campaigns, Plans plans, ReportWords words, Clock clock) {
        this.statistics = statistics;
        this.campaigns = campaigns;
        this.plans = plans;
        this.words = words;
        this.clock = clock;
    }

    /** What there is to tell of these sources; those of which there is nothing are left out. */
    Future<Map<Source, Facts>> find(Tx tx, Collection<Source> sources, Period period, Optional<String> unit) {
        var selection = Selection.of(period).within(unit);
        Map<Source, Facts> found = new LinkedHashMap<>();
        found.put(Source.none(), Facts.NONE);
        return statistics.tables(tx, selection, Optional.empty(), true).compose(tables -> {
            found.put(Source.online(), online(table(tables, "totals")));
            for (FigureTable.Row row : table(tables, "campaigns").rows()) {
                Slug.parse(row.key()).flatMap(campaigns::find).ifPresent(campaign ->
                        found.put(Source.campaign(campaign.slug()), facts(campaign, row, table(tables, "campaigns"))));
            }
            return Catalogue.read(tx);
        }).compose(catalogue -> outreach(tx, sources, period, unit.orElse(""), catalogue, found)).map(done -> found);
    }

    /** The sources with which a report begins: each campaign of which there is something, each sort of outreach. */
    Future<List<Source>> usual(Tx tx, Period period, Optional<String> unit) {
        return Catalogue.read(tx).compose(catalogue -> {
            var kinds = catalogue.kinds().stream().map(kind -> Source.outreach(kind.code(), "")).toList();
            return find(tx, kinds, period, unit).map(found -> found.entrySet().stream()
                    .filter(one -> one.getKey().sort() == Source.Sort.ONLINE || one.getValue().figures().stream()
                            .anyMatch(fact -> fact.value().signum() > 0)).map(Map.Entry::getKey).toList());
        });
    }

    private static FigureTable table(List<FigureTable> tables, String code) {
        return tables.stream().filter(table -> table.code().equals(code)).findFirst().orElseThrow();
    }

    private Facts online(FigureTable totals) {
        var facts = new ArrayList<Fact>();
        totals.figure("total", "campaigns").ifPresent(one -> facts.add(fact("campaigns", words.say("online"), one, false)));
        totals.figure("total", "participations").ifPresent(one -> facts.add(fact("participations", words.say("online"), one,
                totals.asOf().isPresent())));
        return new Facts(words.say("online"), Map.of(), facts, Map.of());
    }

    private Facts facts(Campaign campaign, FigureTable.Row row, FigureTable table) {
        String title = campaign.definition().title().in(Lang.ZH);
        boolean growing = clock.instant().isBefore(campaign.window().closes());
        var facts = new ArrayList<Fact>();
        var entries = table.figure(row.key(), "participations");
        var people = table.figure(row.key(), "participants");
        people.ifPresent(one -> facts.add(fact("participants", title, one, growing)));
        // where everybody came once, the same number in another unit would only ask to be added
        entries.filter(one -> people.isEmpty() || one.value().compareTo(people.get().value()) != 0)
                .ifPresent(one -> facts.add(fact("participations", title, one, growing)));
        // sentences set names in quotation marks, and marks within marks are single ones
        return new Facts(title, Map.of(words.say("name.title"), title.replace('“', '‘').replace('”', '’'), words.say("name.opens"),
                Format.day(Lang.ZH, campaign.window().opens()), words.say("name.closes"),
                Format.end(Lang.ZH, campaign.window().closes())), facts, Map.of(words.say("name.participations"),
                Units.TURNS.name().in(Lang.ZH), words.say("name.participants"), Units.HEADS.name().in(Lang.ZH)));
    }

    private Fact fact(String name, String label, Figure figure, boolean growing) {
        String called = words.say("name." + name);
        return new Fact(called, words.say("label", label, called), figure.value(), figure.unit().name().in(Lang.ZH),
                words.messages().get(Lang.ZH, figure.definition()), growing, figure.href(), figure.query());
    }

    private Future<Void> outreach(Tx tx, Collection<Source> sources, Period period, String unit, Catalogue catalogue,
            Map<Source, Facts> found) {
        Future<Void> all = Future.succeededFuture();
        for (Source source : sources) {
            boolean ofDeeds = source.sort() == Source.Sort.OUTREACH || source.sort() == Source.Sort.TASK;
            if (ofDeeds && !found.containsKey(source)) {
                var deeds = Deeds.of(source, period, unit);
                all = all.compose(before -> subject(tx, source, catalogue)).compose(subject -> subject.isEmpty()
                        ? Future.succeededFuture(Optional.<Facts>empty())
                        : deeds(tx, subject.get(), deeds).map(Optional::of)).map(facts -> {
                    facts.ifPresent(some -> found.put(source, some));
                    return null;
                });
            }
        }
        return all;
    }

    /** Of what records tell. @param content of the task, or "" */
    private record Subject(String label, String content, List<Measure> measures) {
    }

    /** Nothing for a sort or a task that there is not. */
    private Future<Optional<Subject>> subject(Tx tx, Source source, Catalogue catalogue) {
        if (source.sort() == Source.Sort.OUTREACH) {
            return Future.succeededFuture(catalogue.kind(source.name()).map(kind -> new Subject(kind.name().in(Lang.ZH)
                    + (source.words().isEmpty() ? "" : '“' + source.words() + '”'), "", kind.measures())));
        }
        return plans.all(tx, Optional.empty()).compose(all -> all.stream().filter(plan -> plan.id() == source.plan())
                .findFirst().map(plan -> plans.tasks(tx, plan)).orElse(Future.succeededFuture(List.of())))
                .map(tasks -> tasks.stream().filter(task -> task.key() == source.task()).findFirst().map(task ->
                        new Subject(words.say("task", task.position(), task.task().contents()), task.task().contents(),
                                catalogue.measures())));
    }

    private Future<Facts> deeds(Tx tx, Subject subject, Deeds deeds) {
        Instant now = clock.instant();
        return store.sums(tx, deeds, now).compose(sums -> store.records(tx, deeds, now).compose(records ->
                store.places(tx, deeds, now).compose(places -> store.audiences(tx, deeds, now).map(audiences -> {
                    var facts = new ArrayList<Fact>();
                    for (Measure measure : subject.measures()) {
                        long amount = sums.stream().filter(sum -> sum.measure().equals(measure.code()))
                                .mapToLong(DeedStore.Sum::amount).sum();
                        facts.add(deed(subject.label(), measure.label(Lang.ZH), amount, measure.unit().name().in(Lang.ZH),
                                deeds, new Query(DEEDS, new JsonObject().put(OF, deeds.toJson())
                                        .put(MEASURE, measure.code())), "&measure=" + measure.code()));
                    }
                    facts.add(deed(subject.label(), words.say("name.records"), records, words.say("unit.records"), deeds,
                            new Query(DEED_RECORDS, new JsonObject().put(OF, deeds.toJson())), ""));
                    var told = told(places, audiences);
                    if (!subject.content().isEmpty()) {
                        told.put(words.say("name.content"), subject.content());
                    }
                    return new Facts(subject.label(), told, facts, Map.of(words.say("name.places"), "",
                            words.say("name.audiences"), ""));
                }))));
    }

    /** The sources of a plan's year, task by task, each with its heading: its campaigns, then its outreach. */
    Future<Map<String, List<Source>>> byPlan(Tx tx, int year, Optional<String> unit) {
        return plans.all(tx, unit).compose(all -> all.stream().filter(plan -> plan.year() == year
                && plan.unit().equals(unit)).findFirst().map(plan -> plans.tasks(tx, plan).compose(tasks ->
                sources(tx, plan.id(), tasks))).orElseGet(() -> Future.failedFuture(Sentence.wrong("order",
                "insight.report.no-plan", Integer.toString(year)))));
    }

    private Future<Map<String, List<Source>>> sources(Tx tx, long plan, List<PlanTask> tasks) {
        Future<Map<String, List<Source>>> all = Future.succeededFuture(new LinkedHashMap<>());
        for (PlanTask task : tasks) {
            all = all.compose(found -> store.campaigns(tx, plan, task.key()).map(slugs -> {
                var sources = new ArrayList<Source>();
                slugs.forEach(slug -> Slug.parse(slug).map(Source::campaign).ifPresent(sources::add));
                sources.add(Source.task(plan, task.key()));
                found.put(heading(task), sources);
                return found;
            }));
        }
        return all;
    }

    /** Headings are short; the number keeps two tasks with the same beginning apart. */
    private static String heading(PlanTask task) {
        String contents = task.task().contents();
        return contents.length() <= LONGEST_HEADING ? contents
                : contents.substring(0, LONGEST_HEADING - 3) + "…" + task.position();
    }

    private Map<String, String> told(List<String> places, List<String> audiences) {
        var told = new HashMap<String, String>();
        if (!places.isEmpty()) {
            String named = String.join("、", places.subList(0, Math.min(PLACES_NAMED, places.size())));
            told.put(words.say("name.places"), places.size() > PLACES_NAMED ? words.say("and-others", named) : named);
        }
        if (!audiences.isEmpty()) {
            told.put(words.say("name.audiences"), String.join("、", audiences));
        }
        return told;
    }

    private Fact deed(String label, String name, long amount, String unit, Deeds deeds, Query query, String more) {
        String href = amount == 0 ? "" : deeds.plan() > 0 ? Plan.path(deeds.plan()) + "/tasks/" + deeds.task()
                : "/console/outreach?first=" + deeds.from() + "&last=" + deeds.last()
                + "&status=confirmed" + (deeds.kind().isEmpty() ? "" : "&kind=" + deeds.kind()) + more + (deeds.words().isEmpty() ? "" : "&q="
                + URLEncoder.encode(deeds.words(), StandardCharsets.UTF_8));
        return new Fact(name, words.say("label", label, name), BigDecimal.valueOf(amount), unit,
                words.say("definition.outreach"), false, href, query);
    }

    /** Counts again; a query that states no number any more is left out. */
    Future<Map<Query, BigDecimal>> again(Tx tx, Collection<Query> queries) {
        var others = queries.stream().filter(query -> !isOfDeeds(query)).toList();
        return statistics.again(tx, others).compose(counted -> {
            Map<Query, BigDecimal> all = new HashMap<>(counted);
            Future<Void> done = Future.succeededFuture();
            for (Query query : queries) {
                if (isOfDeeds(query)) {
                    done = done.compose(before -> again(tx, query)).map(value -> {
                        all.put(query, BigDecimal.valueOf(value));
                        return null;
                    });
                }
            }
            return done.map(ready -> all);
        });
    }

    private static boolean isOfDeeds(Query query) {
        return query.name().equals(DEEDS) || query.name().equals(DEED_RECORDS);
    }

    private Future<Long> again(Tx tx, Query query) {
        var deeds = Deeds.of(query.parameters().getJsonObject(OF));
        return query.name().equals(DEED_RECORDS) ? store.records(tx, deeds, clock.instant())
                : store.sums(tx, deeds, clock.instant()).map(sums -> sums.stream()
                        .filter(sum -> sum.measure().equals(query.parameters().getString(MEASURE)))
                        .mapToLong(DeedStore.Sum::amount).sum());
    }
}
