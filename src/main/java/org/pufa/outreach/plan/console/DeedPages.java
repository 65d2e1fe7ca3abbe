package org.pufa.outreach.plan.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.outreach.plan.Deed;
import org.pufa.outreach.plan.Fulfilment.Tracked;
import org.pufa.outreach.plan.Plan;
import org.pufa.outreach.plan.PlanHoldings;
import org.pufa.outreach.plan.PlanTask;
import org.pufa.outreach.plan.table.PlanTable;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/**
 * The other way round: which tasks a thing fulfils. Any feature can lead here by {@link #href}, whatever its things are.
 */
public final class DeedPages implements Routes {

    private static final String PATH = "/console/plan-links";

    private final PlanTools tools;

    DeedPages(PlanTools tools) {
        this.tools = tools;
    }

    /** The address of the page for a thing of that kind. */
    public static String href(String kind, String id) {
        return PATH + "?kind=" + kind + "&id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    /** Model of {@code outreach/plan/console/deed}. */
    record DeedPage(String title, String name, String href, String kind, String id, List<PlanGroup> plans) {
    }

    record PlanGroup(String title, String href, List<TaskChoice> tasks) {
    }

    record TaskChoice(String field, String value, String label, String when, String section, boolean chosen) {
    }

    @Override
    public void mount(Router router) {
        tools.doors().get(router, PATH, Permission.ENTER_OUTREACH, this::page);
        tools.doors().post(router, PATH, Permission.ENTER_OUTREACH, this::choose);
    }

    private Future<View> page(Request request) {
        SignedIn who = SignedIn.of(request);
        return tools.database().read(tx -> TaskPages.reachable(tx, tools.fulfilment(), who,
                request.query("kind").orElse(""), request.query("id").orElse("")).compose(deed -> groups(tx, request.lang(),
                who, deed).map(groups -> View.page("outreach/plan/console/deed", new DeedPage(
                        tools.words().say(request.lang(), "deed.title"), deed.title(), deed.href(), deed.kind(), deed.id(),
                        groups)))));
    }

    /** Plans of the years in which it happens. */
    private Future<List<Plan>> plans(Tx tx, SignedIn who, Deed deed) {
        return tools.plans().all(tx, who.unit()).map(all -> all.stream().filter(plan -> deed.isOf(plan.year())
                && (plan.unit().isEmpty() || plan.unit().equals(deed.unit()))).toList());
    }

    private Future<List<PlanGroup>> groups(Tx tx, Lang lang, SignedIn who, Deed deed) {
        var groups = new ArrayList<PlanGroup>();
        return chosen(tx, who, deed).compose(chosen -> plans(tx, who, deed).compose(plans -> {
            Future<Void> all = Future.succeededFuture();
            for (Plan plan : plans) {
                all = all.compose(before -> tools.plans().tasks(tx, plan)).map(rows -> {
                    groups.add(new PlanGroup(PlanTable.title(plan), plan.path(), rows.stream()
                            .map(row -> choice(lang, plan, row, chosen)).toList()));
                    return null;
                });
            }
            return all.map(groups);
        }));
    }

    private static TaskChoice choice(Lang lang, Plan plan, PlanTask row, Set<String> chosen) {
        String value = plan.id() + "." + row.key();
        return new TaskChoice("task-" + plan.id() + '-' + row.key(), value, row.task().contents() + (row.task().means()
                .isEmpty() ? "" : " · " + row.task().means()), row.task().timing().say(lang, plan.year()),
                row.task().section(), chosen.contains(value));
    }

    private Future<Set<String>> chosen(Tx tx, SignedIn who, Deed deed) {
        return tools.fulfilment().by(tx, who.unit(), deed.kind(), deed.id()).map(tracked -> tracked.stream()
                .map(DeedPages::value).collect(Collectors.toSet()));
    }

    private static String value(Tracked one) {
        return one.plan().id() + "." + one.row().key();
    }

    private Future<View> choose(Request request) {
        SignedIn who = SignedIn.of(request);
        String kind = request.form().raw("kind");
        String id = request.form().raw("id");
        var wanted = new HashSet<>(request.form().many("task").get());
        return tools.database().inTx(tx -> TaskPages.reachable(tx, tools.fulfilment(), who, kind, id).compose(deed ->
                chosen(tx, who, deed).compose(chosen -> {
                    Future<Void> all = Future.succeededFuture();
                    for (String one : wanted.stream().filter(one -> !chosen.contains(one)).toList()) {
                        all = all.compose(before -> task(tx, who, one, (plan, task) -> tools.fulfilment().link(tx, plan,
                                task, deed, who.actor())));
                    }
                    for (String one : chosen.stream().filter(one -> !wanted.contains(one)).toList()) {
                        all = all.compose(before -> task(tx, who, one, (plan, task) -> tools.fulfilment().unlink(tx, plan,
                                task, deed.kind(), deed.id(), who.actor())));
                    }
                    return all.map(done -> deed);
                }))).map(deed -> View.seeOther(deed.href()));
    }

    private interface Step {

        Future<Void> take(Plan plan, long task);
    }

    private Future<Void> task(Tx tx, SignedIn who, String value, Step step) {
        String[] parts = value.split("\\.", 2);
        Optional<Long> plan = PlanHoldings.number(parts[0]);
        Optional<Long> task = parts.length < 2 ? Optional.empty() : PlanHoldings.number(parts[1]);
        if (plan.isEmpty() || task.isEmpty()) {
            return Future.failedFuture(org.pufa.outreach.plan.Plans.noTask(0));
        }
        return tools.doors().reach().check(tx, who, PlanHoldings.PLAN, parts[0])
                .compose(reachable -> tools.plans().get(tx, plan.get()))
                .compose(found -> step.take(found, task.get()));
    }
}
