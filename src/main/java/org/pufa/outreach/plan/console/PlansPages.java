package org.pufa.outreach.plan.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Days;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.outreach.plan.Fulfilment.Tracked;
import org.pufa.outreach.plan.Head;
import org.pufa.outreach.plan.Plan;
import org.pufa.outreach.plan.Progress;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Navigation;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.staff.Unit;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The plans of all years, and the form for a new one. */
final class PlansPages implements Routes {

    private static final String NEW = PlanTools.PATH + "/new";
    private static final String OVER = "八五";

    private final PlanTools tools;

    PlansPages(PlanTools tools) {
        this.tools = tools;
        tools.doors().place(new Navigation.Place(Navigation.Group.OUTREACH, "outreach.plan.title", PlanTools.PATH,
                Permission.SEE_OUTREACH));
    }

    /** One thing to choose. */
    record Choice(String value, String label, boolean chosen) {
    }

    /** Model of {@code outreach/plan/console/plans}. */
    record PlansPage(String title, boolean mayChange, List<Row> rows) {
    }

    record Row(String href, String year, String issuer, String unit, String stand, String tone, String tasks,
            String fulfilled, String behind, String behindHref) {
    }

    /** Model of {@code outreach/plan/console/new-plan}. */
    record NewPage(String title, String year, String programme, String issuer, List<Choice> copies,
            List<ErrorLine> errors) {
    }

    @Override
    public void mount(Router router) {
        tools.doors().get(router, PlanTools.PATH, Permission.SEE_OUTREACH, this::list);
        tools.doors().get(router, NEW, Permission.ENTER_OUTREACH, request -> form(request, List.of()));
        tools.doors().post(router, PlanTools.PATH, Permission.ENTER_OUTREACH, this::create);
    }

    private Future<View> list(Request request) {
        SignedIn who = SignedIn.of(request);
        return tools.database().read(tx -> tools.doors().units().all(tx).compose(units ->
                tools.plans().all(tx, who.unit()).compose(plans -> rows(tx, request.lang(), plans, units))
                        .map(rows -> View.page("outreach/plan/console/plans", new PlansPage(
                                tools.words().say(request.lang(), "title"), who.may(Permission.ENTER_OUTREACH), rows)))));
    }

    private Future<List<Row>> rows(Tx tx, Lang lang, List<Plan> plans, List<Unit> units) {
        var rows = new ArrayList<Row>();
        Future<Void> all = Future.succeededFuture();
        for (Plan plan : plans) {
            all = all.compose(before -> tools.plans().tasks(tx, plan))
                    .compose(tasks -> tools.fulfilment().of(tx, plan, tasks)).map(tracked -> {
                        rows.add(row(lang, plan, units, tracked));
                        return null;
                    });
        }
        return all.map(rows);
    }

    private Row row(Lang lang, Plan plan, List<Unit> units, List<Tracked> tracked) {
        return new Row(plan.path(), Integer.toString(plan.year()), plan.issuer(), plan.unit().flatMap(code ->
                units.stream().filter(unit -> unit.code().equals(code)).findFirst()).map(unit -> unit.name().in(lang))
                .orElse(""), tools.words().stand(lang, plan.latest()), PlanWords.tone(plan.latest()),
                Integer.toString(tracked.size()), Long.toString(count(tracked, Progress.State.FULFILLED)),
                Long.toString(count(tracked, Progress.State.BEHIND)), plan.path() + "?state=behind");
    }

    static long count(List<Tracked> tracked, Progress.State state) {
        return tracked.stream().filter(one -> one.progress().state() == state).count();
    }

    private Future<View> form(Request request, List<ErrorLine> errors) {
        FormFields form = request.form();
        Head usual = tools.usual().get();
        int next = Days.of(tools.clock().instant()).getYear() + (Days.of(tools.clock().instant()).getMonthValue() > 9 ? 1 : 0);
        boolean sent = form.names().contains("year");
        return tools.database().read(tx -> tools.plans().all(tx, SignedIn.of(request).unit())).map(plans ->
                View.page("outreach/plan/console/new-plan", new NewPage(tools.words().say(request.lang(), "new"),
                        sent ? form.raw("year") : Integer.toString(next), sent ? form.raw("programme")
                                : usual.programme(), sent ? form.raw("issuer") : usual.issuer(),
                        copies(request.lang(), plans, sent ? form.raw("copy") : first(plans)), errors)));
    }

    private static String first(List<Plan> plans) {
        return plans.isEmpty() ? "" : Long.toString(plans.get(0).id());
    }

    private List<Choice> copies(Lang lang, List<Plan> plans, String chosen) {
        return plans.stream().map(plan -> new Choice(Long.toString(plan.id()), tools.words().say(lang, "new.copy",
                Integer.toString(plan.year()), plan.issuer()), Long.toString(plan.id()).equals(chosen))).toList();
    }

    private Future<View> create(Request request) {
        FormFields form = request.form();
        var year = form.number("year").required().between(2000, 2099).optional();
        Head head = head(form, year.orElse(0));
        if (!form.errors().isEmpty()) {
            return again(request, form.errors());
        }
        SignedIn who = SignedIn.of(request);
        return tools.database().inTx(tx -> tools.plans().all(tx, who.unit()).map(plans -> plans.stream()
                        .filter(plan -> Long.toString(plan.id()).equals(form.raw("copy"))).findFirst())
                .compose(copied -> tools.plans().create(tx, (int) year.getAsLong(), who.unit(), head, copied,
                        who.actor()))).map(id -> View.seeOther(Plan.path(id)))
                .recover(failure -> failure instanceof Problem problem && problem.sort() == Problem.Sort.CONFLICT
                        ? again(request, List.of(new FieldError("year", problem.key(), problem.args())))
                        : Future.failedFuture(failure));
    }

    /** What is typed above the list. The programme that ended in 2025 is asked about in a later year. */
    static Head head(FormFields form, long year) {
        String programme = form.text("programme").atMost(20).get();
        if (year > 2025 && programme.contains(OVER)) {
            form.refuse("programme", "outreach.plan.programme.over");
        }
        return new Head(programme, form.text("issuer").required().atMost(60).get());
    }

    private Future<View> again(Request request, List<FieldError> errors) {
        return form(request, ErrorLine.of(tools.words().messages(), request.lang(), errors)).map(view -> view.status(422));
    }
}
