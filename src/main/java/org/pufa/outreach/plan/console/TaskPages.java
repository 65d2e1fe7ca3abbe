package org.pufa.outreach.plan.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.console.OutreachWords;
import org.pufa.outreach.plan.Deed;
import org.pufa.outreach.plan.DeedSource;
import org.pufa.outreach.plan.Fulfilment;
import org.pufa.outreach.plan.Fulfilment.Tracked;
import org.pufa.outreach.plan.Gauges;
import org.pufa.outreach.plan.Link;
import org.pufa.outreach.plan.Plan;
import org.pufa.outreach.plan.PlanTask;
import org.pufa.outreach.plan.Plans;
import org.pufa.outreach.plan.Task;
import org.pufa.outreach.plan.table.PlanTable;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The page of one task: what it says, and what fulfils it. */
final class TaskPages implements Routes {

    private static final String ONE = PlanTools.ONE + "/tasks/:task";
    private static final int MOST_OFFERED = 60;

    private final PlanTools tools;

    TaskPages(PlanTools tools) {
        this.tools = tools;
    }

    /** Model of {@code outreach/plan/console/task}. @param mayEdit whether its words can be changed now */
    record TaskPage(String title, String plan, String planHref, String path, TaskRow row, boolean mayEdit,
            boolean mayLink, List<DeedRow> deeds, List<LostRow> lost) {
    }

    /** @param brings what it adds to the targets of the task, or "" */
    record DeedRow(String kind, String kindName, String id, String title, String href, String days, String stage,
            String tone, String brings, boolean otherYear) {
    }

    record LostRow(String kind, String id) {
    }

    /** Model of {@code outreach/plan/console/task-links}. */
    record LinksPage(String title, String plan, String planHref, String path, String contents, String query,
            List<OfferGroup> groups) {
    }

    record OfferGroup(String label, List<OfferRow> rows, String more) {
    }

    record OfferRow(String field, String value, String title, String days, String stage, String tone, String brings,
            boolean linked) {
    }

    @Override
    public void mount(Router router) {
        var doors = tools.doors();
        doors.get(router, ONE, Permission.SEE_OUTREACH, this::page);
        doors.get(router, ONE + "/links", Permission.ENTER_OUTREACH, this::offers);
        doors.post(router, ONE + "/links", Permission.ENTER_OUTREACH, this::link);
        doors.post(router, ONE + "/links/removal", Permission.ENTER_OUTREACH, this::unlink);
    }

    /** The task in the revision that holds, or in the latest where it is new. */
    private Future<PlanTask> row(Tx tx, Plan plan, long key) {
        return tools.plans().tasks(tx, plan).compose(holding -> tools.plans().tasks(tx, plan.id(), plan.latest().number())
                .map(latest -> java.util.stream.Stream.concat(holding.stream(), latest.stream())
                        .filter(row -> row.key() == key).findFirst().orElseThrow(() -> Plans.noTask(key))));
    }

    private Future<View> page(Request request) {
        long key = PlanTools.task(request);
        SignedIn who = SignedIn.of(request);
        return tools.database().read(tx -> tools.plans().get(tx, tools.plan(request)).compose(plan -> row(tx, plan, key)
                .compose(row -> tools.fulfilment().of(tx, plan, List.of(row))).compose(tracked -> Catalogue.read(tx)
                        .compose(catalogue -> tools.fulfilment().deeds().gauges(tx).map(gauges -> View.page(
                                "outreach/plan/console/task", page(request.lang(), who, tracked.get(0), catalogue,
                                        gauges)))))));
    }

    private TaskPage page(Lang lang, SignedIn who, Tracked tracked, Catalogue catalogue, Gauges gauges) {
        Plan plan = tracked.plan();
        boolean enters = who.may(Permission.ENTER_OUTREACH);
        return new TaskPage(tracked.row().task().contents(), PlanTable.title(plan), plan.path(), TaskRow.href(tracked),
                TaskRow.of(tools.words(), lang, new PlanTable(catalogue, gauges), gauges, tracked.row().position(), tracked),
                enters && plan.latest().stand() == org.pufa.outreach.plan.PlanRevision.Stand.DRAFT, enters,
                tracked.deeds().stream().map(deed -> row(lang, gauges, tracked, deed)).toList(),
                tracked.lost().stream().map(link -> new LostRow(link.kind(), link.target())).toList());
    }

    private DeedRow row(Lang lang, Gauges gauges, Tracked tracked, Deed deed) {
        return new DeedRow(deed.kind(), name(lang, deed.kind()), deed.id(), deed.title(), deed.href(),
                OutreachWords.days(lang, deed.starts(), deed.ends()), tools.words().stage(lang, deed.stage()),
                PlanWords.tone(deed.stage()), brings(lang, gauges, tracked.row().task(), deed),
                !deed.isOf(tracked.plan().year()));
    }

    private String name(Lang lang, String kind) {
        return tools.fulfilment().deeds().source(kind).map(source -> tools.words().messages().get(lang,
                source.labelKey())).orElse(kind);
    }

    private String brings(Lang lang, Gauges gauges, Task task, Deed deed) {
        return task.targets().stream().filter(target -> deed.amounts().getOrDefault(target.gauge(), 0L) > 0)
                .flatMap(target -> gauges.find(target.gauge()).stream()).map(gauge -> gauge.called(lang) + ' '
                        + gauge.amount(lang, deed.amounts().get(gauge.code())))
                .collect(Collectors.joining(lang == Lang.ZH ? "；" : "; "));
    }

    private Future<View> offers(Request request) {
        long key = PlanTools.task(request);
        Lang lang = request.lang();
        String query = request.query("q").map(String::strip).orElse("");
        return tools.database().read(tx -> tools.plans().get(tx, tools.plan(request)).compose(plan -> row(tx, plan, key)
                .compose(row -> tools.fulfilment().of(tx, plan, List.of(row))).compose(tracked -> tools.fulfilment()
                        .deeds().gauges(tx).compose(gauges -> groups(tx, request, tracked.get(0), gauges, query))
                        .map(groups -> View.page("outreach/plan/console/task-links", new LinksPage(
                                tools.words().say(lang, "links.title"), PlanTable.title(plan), plan.path(),
                                TaskRow.href(tracked.get(0)), tracked.get(0).row().task().contents(), query, groups))))));
    }

    private Future<List<OfferGroup>> groups(Tx tx, Request request, Tracked tracked, Gauges gauges, String query) {
        var groups = new ArrayList<OfferGroup>();
        int year = tracked.plan().year();
        Future<Void> all = Future.succeededFuture();
        for (DeedSource source : tools.fulfilment().deeds().sources()) {
            all = all.compose(before -> source.between(tx, scope(request, tracked.plan()), LocalDate.of(year, 1, 1),
                    LocalDate.of(year, 12, 31))).map(deeds -> {
                        groups.add(group(request.lang(), source, tracked, gauges, deeds.stream().filter(deed ->
                                deed.kind().equals(source.kind()) && deed.title().contains(query)).toList()));
                        return null;
                    });
        }
        return all.map(groups);
    }

    /** A unit's plan is fulfilled by what is the unit's; that of the whole house by anything. */
    private static Optional<String> scope(Request request, Plan plan) {
        return SignedIn.of(request).unit().or(plan::unit);
    }

    private OfferGroup group(Lang lang, DeedSource source, Tracked tracked, Gauges gauges, List<Deed> deeds) {
        var linked = tracked.deeds().stream().map(deed -> Link.key(deed.kind(), deed.id())).collect(Collectors.toSet());
        var rows = deeds.stream().filter(deed -> deed.stage() != Deed.Stage.VOID).limit(MOST_OFFERED)
                .map(deed -> new OfferRow("deed-" + deed.kind() + '-' + deed.id(), Link.key(deed.kind(), deed.id()),
                        deed.title(), OutreachWords.days(lang, deed.starts(), deed.ends()),
                        deed.stage() == Deed.Stage.COUNTS ? tools.words().say(lang, "stage.countable")
                                : tools.words().stage(lang, deed.stage()), PlanWords.tone(deed.stage()),
                        brings(lang, gauges, tracked.row().task(), deed),
                        linked.contains(Link.key(deed.kind(), deed.id())))).toList();
        return new OfferGroup(tools.words().messages().get(lang, source.labelKey()), rows, deeds.size() > MOST_OFFERED
                ? tools.words().say(lang, "links.more", deeds.size() - MOST_OFFERED) : "");
    }

    private Future<View> link(Request request) {
        long key = PlanTools.task(request);
        SignedIn who = SignedIn.of(request);
        return tools.database().inTx(tx -> tools.plans().get(tx, tools.plan(request)).compose(plan -> {
            Future<Void> all = Future.succeededFuture();
            for (String one : request.form().many("deed").atMost(MOST_OFFERED * 4).get()) {
                String[] parts = one.split(" ", 2);
                all = all.compose(before -> reachable(tx, tools.fulfilment(), who, parts[0], parts.length > 1 ? parts[1] : ""))
                        .compose(deed -> tools.fulfilment().link(tx, plan, key, deed, who.actor()));
            }
            return all.map(done -> plan);
        })).map(plan -> View.seeOther(plan.path() + "/tasks/" + key + "#deeds"));
    }

    /** The thing of that kind and id, if it is there for that person; else fails with NOT_FOUND. */
    static Future<Deed> reachable(Tx tx, Fulfilment fulfilment, SignedIn who, String kind, String id) {
        return fulfilment.deed(tx, kind, id).map(deed -> {
            if (!who.mayReach(deed.unit())) {
                throw Fulfilment.noDeed(id);
            }
            return deed;
        });
    }

    private Future<View> unlink(Request request) {
        long key = PlanTools.task(request);
        return tools.database().inTx(tx -> tools.plans().get(tx, tools.plan(request)).compose(plan -> tools.fulfilment()
                .unlink(tx, plan, key, request.form().raw("kind"), request.form().raw("id"),
                        SignedIn.of(request).actor()).map(plan))).map(plan -> View.seeOther(plan.path() + "/tasks/" + key
                + "#deeds"));
    }
}
