package org.pufa.outreach.plan.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.bank.law.Law;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.plan.Occasion;
import org.pufa.outreach.plan.Plan;
import org.pufa.outreach.plan.PlanTask;
import org.pufa.outreach.plan.Plans;
import org.pufa.outreach.plan.Task;
import org.pufa.outreach.plan.console.TaskFields.Typed;
import org.pufa.outreach.plan.table.PlanTable;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The form of a task, and what moves it or takes it off the list. */
final class TaskEditPages implements Routes {

    private static final String TASKS = PlanTools.ONE + "/tasks";
    private static final String ONE = TASKS + "/:task";

    private final PlanTools tools;

    TaskEditPages(PlanTools tools) {
        this.tools = tools;
    }

    /**
     * Model of {@code outreach/plan/console/task-form}.
     *
     * @param seen revision and version as they were shown, or "" for a new one
     * @param problem why it could not be saved as a whole, or ""
     */
    record FormPage(String title, String plan, String planHref, String action, String seen, TaskFields fields,
            String problem, List<ErrorLine> errors) {
    }

    /** Model of {@code outreach/plan/console/task-removal}. */
    record RemovalPage(String title, String plan, String planHref, String path, String contents, String seen) {
    }

    @Override
    public void mount(Router router) {
        var doors = tools.doors();
        doors.get(router, TASKS + "/new", Permission.ENTER_OUTREACH, this::blank);
        doors.post(router, TASKS, Permission.ENTER_OUTREACH, this::add);
        doors.get(router, ONE + "/editing", Permission.ENTER_OUTREACH, this::filled);
        doors.post(router, ONE + "/editing", Permission.ENTER_OUTREACH, this::change);
        doors.get(router, ONE + "/removal", Permission.ENTER_OUTREACH, this::removal);
        doors.post(router, ONE + "/removal", Permission.ENTER_OUTREACH, this::remove);
        doors.post(router, ONE + "/moves", Permission.ENTER_OUTREACH, this::move);
    }

    private Future<TaskForm.Offer> offer(Tx tx, Plan plan) {
        return Catalogue.read(tx).compose(catalogue -> tools.fulfilment().deeds().gauges(tx).compose(gauges ->
                tools.laws().all(tx).map(laws -> new TaskForm.Offer(catalogue, gauges, laws.stream().map(Law::name)
                        .toList(), plan.year()))));
    }

    private Future<View> blank(Request request) {
        return tools.database().read(tx -> tools.plans().get(tx, tools.plan(request)).compose(plan -> offer(tx, plan)
                .map(offer -> form(request.lang(), plan, offer, Typed.fresh(plan.issuer(), occasion(request, plan)), "",
                        Map.of(), "", List.of()))));
    }

    private static Optional<Occasion> occasion(Request request, Plan plan) {
        return Occasion.of(plan.year()).stream().filter(one -> request.query("occasion").filter(one.code()::equals)
                .isPresent()).findFirst();
    }

    /** @param seen "" for a new one, else its key, revision and version */
    private View form(Lang lang, Plan plan, TaskForm.Offer offer, Typed typed, String seen, Map<String, String> now,
            String problem, List<ErrorLine> errors) {
        String action = plan.path() + "/tasks" + (seen.isEmpty() ? "" : '/' + seen.split("\\.")[0] + "/editing");
        return View.page("outreach/plan/console/task-form", new FormPage(tools.words().say(lang, seen.isEmpty()
                ? "task.new" : "task.edit"), PlanTable.title(plan), plan.path() + "?revision=" + plan.latest().number(),
                action, seen.substring(seen.indexOf('.') + 1), TaskFields.of(lang, offer, typed, now), problem, errors));
    }

    private static String seen(Plan plan, PlanTask row) {
        return row.key() + "." + plan.latest().number() + '.' + row.version();
    }

    private Future<View> add(Request request) {
        return tools.database().inTx(tx -> tools.plans().get(tx, tools.plan(request)).compose(plan -> offer(tx, plan)
                .compose(offer -> {
                    FormFields form = request.form();
                    var task = new TaskForm(form, offer).read();
                    return task.isEmpty() ? wrong(request, plan, offer, form, "") : tools.plans().add(tx, plan.id(),
                            List.of(task.get()), SignedIn.of(request).actor()).map(added -> View.seeOther(
                            form.ticked("more") ? plan.path() + "/tasks/new" : list(plan)));
                }))).recover(failure -> meanwhile(request, failure, ""));
    }

    private static String list(Plan plan) {
        return plan.path() + "?revision=" + plan.latest().number();
    }

    private Future<View> wrong(Request request, Plan plan, TaskForm.Offer offer, FormFields form, String seen) {
        return Future.succeededFuture(form(request.lang(), plan, offer, Typed.of(form), seen, Map.of(), "",
                ErrorLine.of(tools.words().messages(), request.lang(), form.errors())).status(422));
    }

    private Future<View> filled(Request request) {
        long key = PlanTools.task(request);
        return tools.database().read(tx -> tools.plans().get(tx, tools.plan(request)).compose(plan -> offer(tx, plan)
                .compose(offer -> row(tx, plan, key).map(row -> form(request.lang(), plan, offer, Typed.of(row.task()),
                        seen(plan, row), Map.of(), "", List.of())))));
    }

    private Future<PlanTask> row(Tx tx, Plan plan, long key) {
        return tools.plans().tasks(tx, plan.id(), plan.latest().number()).map(rows -> rows.stream()
                .filter(row -> row.key() == key).findFirst().orElseThrow(() -> Plans.noTask(key)));
    }

    private Future<View> change(Request request) {
        long key = PlanTools.task(request);
        FormFields form = request.form();
        return tools.database().inTx(tx -> tools.plans().get(tx, tools.plan(request)).compose(plan -> offer(tx, plan)
                .compose(offer -> {
                    var task = new TaskForm(form, offer).read();
                    return task.isEmpty() ? wrong(request, plan, offer, form, key + "." + form.raw("seen"))
                            : change(tx, request, plan, key, task.get());
                }))).recover(failure -> meanwhile(request, failure, Long.toString(key)));
    }

    private Future<View> change(Tx tx, Request request, Plan plan, long key, Task task) {
        return tools.plans().change(tx, plan.id(), key, seen(request), task, SignedIn.of(request).actor())
                .map(changed -> View.seeOther(list(plan)));
    }

    /** The revision and version that the form brought back. */
    private static Plans.Seen seen(Request request) {
        String[] parts = request.form().raw("seen").split("\\.", 2);
        return new Plans.Seen(PlanTools.number(parts[0]), PlanTools.number(parts.length > 1 ? parts[1] : ""));
    }

    /** Somebody else was faster: what was typed stays, and beside it stands what is stored by now. */
    private Future<View> meanwhile(Request request, Throwable failure, String key) {
        if (!(failure instanceof Problem problem) || problem.sort() != Problem.Sort.CONFLICT) {
            return Future.failedFuture(failure);
        }
        String sentence = tools.words().messages().get(request.lang(), problem.key(), problem.args());
        return tools.database().read(tx -> tools.plans().get(tx, tools.plan(request)).compose(plan -> offer(tx, plan)
                .compose(offer -> key.isEmpty() ? Future.succeededFuture(again(request, plan, offer, "", Map.of(), sentence))
                        : row(tx, plan, Long.parseLong(key)).map(row -> again(request, plan, offer, seen(plan, row),
                        TaskFields.differing(request.lang(), offer, Typed.of(request.form()), row.task()), sentence))
                        .otherwise(gone -> again(request, plan, offer, key + ".0.0", Map.of(), sentence)))));
    }

    private View again(Request request, Plan plan, TaskForm.Offer offer, String seen, Map<String, String> now,
            String sentence) {
        return form(request.lang(), plan, offer, Typed.of(request.form()), seen, now, sentence, List.of()).status(409);
    }

    private Future<View> removal(Request request) {
        long key = PlanTools.task(request);
        return tools.database().read(tx -> tools.plans().get(tx, tools.plan(request)).compose(plan -> row(tx, plan, key)
                .map(row -> View.page("outreach/plan/console/task-removal", new RemovalPage(
                        tools.words().say(request.lang(), "task.remove.title"), PlanTable.title(plan), list(plan),
                        plan.path() + "/tasks/" + key + "/removal", row.task().contents(),
                        plan.latest().number() + "." + row.version())))));
    }

    private Future<View> remove(Request request) {
        long id = tools.plan(request);
        return tools.database().inTx(tx -> tools.plans().remove(tx, id, PlanTools.task(request), seen(request),
                SignedIn.of(request).actor())).map(done -> View.seeOther(Plan.path(id) + "?revision="
                + seen(request).revision()));
    }

    private Future<View> move(Request request) {
        long id = tools.plan(request);
        boolean up = request.form().raw("to").equals("up");
        long key = PlanTools.task(request);
        return tools.database().inTx(tx -> tools.plans().move(tx, id, key, up, SignedIn.of(request).actor())
                .compose(moved -> tools.plans().get(tx, id))).map(plan -> View.seeOther(list(plan) + "#t" + key));
    }
}
