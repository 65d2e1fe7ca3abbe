package org.pufa.insight.report;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.pufa.audit.AuditLog;
import org.pufa.campaign.Campaigns;
import org.pufa.campaign.Kinds;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.insight.report.Snapshot.Frozen;
import org.pufa.insight.report.Snapshot.Kept;
import org.pufa.insight.stats.Period;
import org.pufa.insight.stats.Query;
import org.pufa.insight.stats.Statistics;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Slug;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.plan.Plans;

/**
 * What is done with reports: begun, their points changed, their figures counted and kept in a snapshot, changed by hand
 * where that must be, and finished by somebody else, if counting again gives the same.
 */
public final class Reports {

    /** More points no section has. */
    public static final int MOST_POINTS = 300;

    private final Vertx vertx;
    private final Database database;
    private final FactFinder finder;
    private final AuditLog audit;
    private final Clock clock;
    private final ReportWords words;
    private final SectionWriter writer;
    private final Campaigns campaigns;
    private final Kinds kinds;
    private final boolean secondPerson;
    private final ReportStore store = new ReportStore();

    /** @param secondPerson whether somebody else than who began a report must finish it */
    public Reports(Vertx vertx, Database database, Statistics statistics, Campaigns campaigns, Kinds kinds, Plans plans,
            AuditLog audit, Messages messages, Clock clock, boolean secondPerson) {
        this.vertx = vertx;
        this.database = database;
        this.words = new ReportWords(messages);
        this.finder = new FactFinder(statistics, campaigns, plans, words, clock);
        this.writer = new SectionWriter(words);
        this.campaigns = campaigns;
        this.kinds = kinds;
        this.audit = audit;
        this.clock = clock;
        this.secondPerson = secondPerson;
    }

    /** A report with the figures on which it rests. @param stale whether points were changed since they were counted */
    public record Page(Report report, Snapshot snapshot, Section section, boolean stale) {
    }

    /** A figure that is another when it is counted again. @param now nothing where it cannot be counted any more */
    public record Difference(String label, BigDecimal then, Optional<BigDecimal> now, String unit) {
    }

    public Future<List<Report>> all(Optional<String> unit) {
        return database.read(tx -> all(tx, unit));
    }

    Future<List<Report>> all(Tx tx, Optional<String> unit) {
        return store.all(tx, unit);
    }

    Future<Report> get(long id) {
        return database.read(tx -> store.find(tx, id)).map(found -> found.orElseThrow(() -> unknown(Long.toString(id))));
    }

    static Problem unknown(String id) {
        return Problem.notFound("insight.report.unknown", id);
    }

    /** The report as it stands: on the snapshot with which it was finished, else on the latest. */
    public Future<Page> page(long id) {
        return database.read(tx -> page(tx, id));
    }

    private Future<Page> page(Tx tx, long id) {
        return store.find(tx, id).map(found -> found.orElseThrow(() -> unknown(Long.toString(id))))
                .compose(report -> store.snapshot(tx, id, report.finish().map(Report.Finish::snapshot)).map(snapshot ->
                        new Page(report, snapshot.orElseThrow(), writer.write(report.title(), snapshot.orElseThrow(),
                                report.finish().isPresent()), snapshot.get().revision() != report.revision())));
    }

    /** Begins a report with the usual points and counts its figures. @return its id */
    public Future<Long> begin(String title, Period period, Optional<String> unit, String actor) {
        return begin(title, period, unit, actor, tx -> finder.usual(tx, period, unit).compose(sources -> templates(tx)
                .map(templates -> usual(sources, templates))));
    }

    /**
     * The same with the points in the order of the yearly plan: under each task the campaigns and the outreach that
     * fulfil it. Fails with INVALID where the unit has no plan of the year in which the period begins.
     */
    public Future<Long> beginByPlan(String title, Period period, Optional<String> unit, String actor) {
        return begin(title, period, unit, actor, tx -> finder.byPlan(tx, period.from().getYear(), unit)
                .compose(sources -> templates(tx).map(templates -> byPlan(sources, templates))));
    }

    private List<Point> byPlan(Map<String, List<Source>> sources, Templates templates) {
        var points = new ArrayList<Point>();
        points.add(new Point("", Source.online(), templates.sentence(Source.Sort.ONLINE, "")));
        sources.forEach((heading, ofTask) -> {
            String next = heading;
            for (Source source : ofTask) {
                points.add(new Point(next, source, templates.sentence(source.sort(), kind(source))));
                next = "";
            }
        });
        return points;
    }

    private Future<Long> begin(String title, Period period, Optional<String> unit, String actor,
            Function<Tx, Future<List<Point>>> drafted) {
        return database.inSnapshot(drafted).compose(points -> database.inTx(tx ->
                store.add(tx, title, period, unit, actor, clock.instant()).compose(id -> store.setPoints(tx, id, points)
                        .compose(set -> audit.record(tx, actor, "report.begin", Long.toString(id), Map.of("title", title)))
                        .map(id)))).compose(id -> count(id, actor).map(id));
    }

    /** A sort of thing of which reports tell. @param code of a kind of campaign or of outreach, or "" */
    record TemplateKind(Source.Sort sort, String code, String label) {
    }

    /** Everything that has a template, in the order of a report. */
    Future<List<TemplateKind>> templateKinds(Lang lang) {
        return database.read(Catalogue::read).map(catalogue -> {
            var all = new ArrayList<TemplateKind>();
            all.add(new TemplateKind(Source.Sort.ONLINE, "", words.say(lang, "online")));
            kinds.codes().forEach(code -> all.add(new TemplateKind(Source.Sort.CAMPAIGN, code,
                    words.messages().get(lang, "campaign.kind." + code))));
            all.add(new TemplateKind(Source.Sort.TASK, "", words.say(lang, "order.plan")));
            catalogue.kinds().forEach(kind -> all.add(new TemplateKind(Source.Sort.OUTREACH, kind.code(),
                    kind.name().in(lang))));
            return all;
        });
    }

    Future<Templates> templates() {
        return database.read(this::templates);
    }

    /** The templates with which a house begins its sentences. */
    private Future<Templates> templates(Tx tx) {
        return store.templates(tx).map(own -> new Templates(words, own));
    }

    private List<Point> usual(List<Source> sources, Templates templates) {
        var points = new ArrayList<Point>();
        Source.Sort before = null;
        for (Source source : sources) {
            boolean online = source.sort() == Source.Sort.ONLINE;
            boolean offline = source.sort() == Source.Sort.OUTREACH && before != Source.Sort.OUTREACH;
            String heading = online ? words.say("heading.online") : offline ? words.say("heading.outreach") : "";
            points.add(new Point(heading, source, templates.sentence(source.sort(), kind(source))));
            before = source.sort();
        }
        return points;
    }

    /** The kind of campaign or of outreach that a source is of, or "". */
    String kind(Source source) {
        return switch (source.sort()) {
            case NONE, ONLINE, TASK -> "";
            case OUTREACH -> source.name();
            case CAMPAIGN -> Slug.parse(source.name()).flatMap(campaigns::find)
                    .map(campaign -> campaign.definition().kind().code()).orElse("");
        };
    }

    /** What can be told of the sources of a report and of those that it does not use yet. */
    Future<Map<Source, Facts>> facts(Report report, List<Source> more) {
        return database.inSnapshot(tx -> {
            var sources = new ArrayList<>(report.points().stream().map(Point::source).toList());
            sources.addAll(more);
            return finder.usual(tx, report.period(), report.unit()).compose(usual -> {
                sources.addAll(usual);
                return finder.find(tx, sources, report.period(), report.unit());
            });
        });
    }

    /**
     * Puts other points in the place of those there are, and counts.
     *
     * @param expected revision that was looked at. Fails with CONFLICT when somebody changed it since
     */
    Future<Void> change(long id, int expected, String title, List<Point> points, String actor) {
        return database.inTx(tx -> open(tx, id).compose(report -> {
            if (report.revision() != expected) {
                throw Problem.conflict("insight.report.changed");
            }
            return store.setPoints(tx, id, points).compose(set -> store.change(tx, id, title))
                    .compose(changed -> audit.record(tx, actor, "report.change", Long.toString(id),
                            Map.of("points", Integer.toString(points.size()))));
        })).compose(changed -> count(id, actor)).mapEmpty();
    }

    private Future<Report> open(Tx tx, long id) {
        return store.lock(tx, id).map(found -> {
            Report report = found.orElseThrow(() -> unknown(Long.toString(id)));
            if (report.finish().isPresent()) {
                throw Problem.conflict("insight.report.finished");
            }
            return report;
        });
    }

    /** Counts the figures of a report and keeps them. @return the snapshot's number */
    public Future<Integer> count(long id, String actor) {
        return get(id).compose(report -> database.inSnapshot(tx -> finder.find(tx, report.points().stream()
                .map(Point::source).toList(), report.period(), report.unit())).compose(facts ->
                database.inTx(tx -> open(tx, id).compose(locked -> {
                    if (locked.revision() != report.revision()) {
                        throw Problem.conflict("insight.report.changed");
                    }
                    return store.snapshot(tx, id, Optional.empty());
                }).compose(last -> {
                    var snapshot = snapshot(report, last.map(Snapshot::number).orElse(0) + 1, facts, actor);
                    return store.add(tx, snapshot).compose(added -> audit.record(tx, actor, "report.count",
                            Long.toString(id), Map.of("snapshot", Integer.toString(snapshot.number()), "hash",
                                    snapshot.hash()))).map(snapshot.number());
                }))));
    }

    private Snapshot snapshot(Report report, int number, Map<Source, Facts> facts, String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var figures = new ArrayList<Fact>();
        Map<Query, Integer> positions = new HashMap<>();
        var points = new ArrayList<Frozen>();
        for (Point point : report.points()) {
            Facts of = facts.getOrDefault(point.source(), Facts.NONE);
            Map<String, Integer> places = new LinkedHashMap<>();
            of.figures().forEach(fact -> places.put(fact.name(), positions.computeIfAbsent(fact.query(), query -> {
                figures.add(fact);
                return figures.size();
            })));
            points.add(new Frozen(point, of.words(), places));
        }
        byte[] hash = Snapshot.hashed(report.id(), number, report.revision(), points, figures, now);
        return new Snapshot(report.id(), number, report.revision(), points, Snapshot.kept(figures), actor, now,
                HexFormat.of().formatHex(hash));
    }

    /**
     * Changes a figure by hand (人工).
     *
     * @param seen the value that was looked at. Fails with CONFLICT when it is another now
     */
    Future<Void> changeFigure(long id, int snapshot, int position, BigDecimal seen, BigDecimal value, String reason,
            String actor) {
        return database.inTx(tx -> open(tx, id).compose(report -> store.snapshot(tx, id, Optional.empty())).compose(found -> {
            Snapshot latest = found.orElseThrow();
            if (latest.number() != snapshot || position < 1 || position > latest.figures().size()
                    || latest.figure(position).value().compareTo(seen) != 0) {
                throw Problem.conflict("insight.report.changed");
            }
            Kept kept = latest.figure(position);
            return store.change(tx, latest, position, kept.value(), value, reason, actor, clock.instant())
                    .compose(changed -> audit.record(tx, actor, "report.hand", Long.toString(id), Map.of("figure",
                            kept.fact().label(), "before", kept.value().toPlainString(), "value", value.toPlainString(),
                            "reason", reason)));
        }));
    }

    /** Counts again what a snapshot counted. Of campaigns that had not ended only what became less differs. */
    public Future<List<Difference>> differences(Snapshot snapshot) {
        var queries = snapshot.figures().stream().map(kept -> kept.fact().query()).toList();
        return database.inSnapshot(tx -> finder.again(tx, queries)).map(again -> snapshot.figures().stream()
                .map(Kept::fact).filter(fact -> differs(fact, Optional.ofNullable(again.get(fact.query()))))
                .map(fact -> new Difference(fact.label(), fact.value(), Optional.ofNullable(again.get(fact.query())),
                        fact.unit())).toList());
    }

    private static boolean differs(Fact fact, Optional<BigDecimal> now) {
        return now.isEmpty() || (fact.growing() ? now.get().compareTo(fact.value()) < 0
                : now.get().compareTo(fact.value()) != 0);
    }

    /**
     * Finishes a report with its latest snapshot, if counting again gives the same.
     *
     * @return what differs; where there is anything, nothing was done
     */
    Future<List<Difference>> finish(long id, int snapshot, String actor) {
        return page(id).compose(page -> {
            if (page.snapshot().number() != snapshot || page.stale()) {
                return Future.failedFuture(Problem.conflict("insight.report.changed"));
            }
            return differences(page.snapshot()).compose(differences -> differences.isEmpty()
                    ? finish(page, actor).map(differences) : Future.succeededFuture(differences));
        });
    }

    private Future<Void> finish(Page page, String actor) {
        long id = page.report().id();
        return database.inTx(tx -> open(tx, id).compose(report -> {
            if (secondPerson && report.createdBy().equals(actor)) {
                throw Problem.forbidden("insight.report.second-person");
            }
            return store.finish(tx, id, page.snapshot().number(), actor, clock.instant()).compose(done ->
                    audit.record(tx, actor, "report.finish", Long.toString(id), Map.of("snapshot",
                            Integer.toString(page.snapshot().number()), "hash", page.snapshot().hash())));
        }));
    }

    /** Whether somebody else must finish what this person began. */
    boolean needsAnother(Report report, String actor) {
        return secondPerson && report.createdBy().equals(actor);
    }

    /** Keeps a template of the house's own. @param sentence empty to go back to the one that comes with the platform */
    Future<Void> keepTemplate(String code, String sentence, String actor) {
        return database.inTx(tx -> store.keepTemplate(tx, code, sentence, actor, clock.instant())
                .compose(kept -> audit.record(tx, actor, "report.template", code, Map.of("sentence", sentence))));
    }

    /** The same as {@link #page}, taken out of the house as a file. */
    public Future<Page> taken(long id, String format, String actor) {
        return page(id).compose(page -> database.inTx(tx -> audit.record(tx, actor, "report.export", Long.toString(id),
                Map.of("format", format, "snapshot", Integer.toString(page.snapshot().number())))).map(page));
    }

    /** Writing a long file takes longer than others should wait. */
    Future<byte[]> offTheLoop(Callable<byte[]> work) {
        return vertx.executeBlocking(work, false);
    }

    /** What verifying found of a finished report. @param whole whether its rows are those that were hashed */
    public record Checked(long report, String title, boolean whole, List<Difference> differences) {
    }

    /** Checks every finished report: its rows against their hash, its figures against what they are counted from. */
    public Future<List<Checked>> verify() {
        return database.read(store::finished).compose(ids -> {
            Future<List<Checked>> all = Future.succeededFuture(new ArrayList<>());
            for (long id : ids) {
                all = all.compose(checked -> page(id).compose(page -> differences(page.snapshot()).map(differences -> {
                    checked.add(new Checked(id, page.report().title(), isWhole(page.snapshot()), differences));
                    return checked;
                })));
            }
            return all;
        });
    }

    private static boolean isWhole(Snapshot snapshot) {
        var facts = snapshot.figures().stream().map(Kept::fact).toList();
        byte[] hash = Snapshot.hashed(snapshot.report(), snapshot.number(), snapshot.revision(), snapshot.points(), facts,
                snapshot.takenAt());
        return HexFormat.of().formatHex(hash).equals(snapshot.hash());
    }

    Future<Optional<Optional<String>>> unitOf(Tx tx, long id) {
        return store.unitOf(tx, id);
    }

    Future<Void> assign(Tx tx, long id, Optional<String> unit) {
        return store.assign(tx, id, unit);
    }

    ReportWords words() {
        return words;
    }
}
