package org.pufa.outreach.plan.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.plan.Fulfilment.Tracked;
import org.pufa.outreach.plan.Gauges;
import org.pufa.outreach.plan.Plan;
import org.pufa.outreach.plan.PlanRevision;
import org.pufa.outreach.plan.PlanRevision.Stand;
import org.pufa.outreach.plan.Progress;
import org.pufa.outreach.plan.table.PlanTable;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The page of one plan: its list, how far it has come, and the steps of its life. */
final class PlanPages implements Routes {

    private static final int LONGEST_REASON = 500;

    private final PlanTools tools;

    PlanPages(PlanTools tools) {
        this.tools = tools;
    }

    /**
     * Model of {@code outreach/plan/console/plan}.
     *
     * @param sentence what has to be done with it, or ""
     * @param other another revision that can be looked at, or ""
     * @param state of the tasks that are shown, or "" for all
     */
    record PlanPage(String title, String path, String meta, String stand, String tone, String sentence, String other,
            String otherHref, Steps steps, String revision, List<Figure> figures, String state, String all,
            List<TaskRow> rows, List<RevisionRow> revisions, List<ErrorLine> errors, String note) {
    }

    /** What that person can do with it now. */
    record Steps(boolean write, boolean submit, boolean takeBack, boolean decide, boolean revise, boolean mayEnter) {
    }

    record Figure(String label, String figure, String href, boolean current) {
    }

    record RevisionRow(String number, String stand, String tone, String told, String reason) {
    }

    /** Model of {@code outreach/plan/console/revision} and {@code outreach/plan/console/head}. */
    record ReasonPage(String title, String name, String path, String reason, List<ErrorLine> errors) {
    }

    /** Model of {@code outreach/plan/console/head}. */
    record HeadPage(String title, String name, String path, String programme, String issuer, List<ErrorLine> errors) {
    }

    @Override
    public void mount(Router router) {
        var doors = tools.doors();
        doors.get(router, PlanTools.ONE, Permission.SEE_OUTREACH, request -> page(request, List.of()));
        doors.get(router, PlanTools.ONE + "/head", Permission.ENTER_OUTREACH, request -> head(request, List.of()));
        doors.post(router, PlanTools.ONE + "/head", Permission.ENTER_OUTREACH, this::rename);
        doors.post(router, PlanTools.ONE + "/submissions", Permission.ENTER_OUTREACH, this::submit);
        doors.post(router, PlanTools.ONE + "/returns", Permission.ENTER_OUTREACH, this::takeBack);
        doors.post(router, PlanTools.ONE + "/decisions", Permission.CONFIRM_OUTREACH, this::decide);
        doors.get(router, PlanTools.ONE + "/revisions/new", Permission.ENTER_OUTREACH,
                request -> revision(request, List.of()));
        doors.post(router, PlanTools.ONE + "/revisions", Permission.ENTER_OUTREACH, this::revise);
    }

    /** What is read of a plan. */
    private record Told(Plan plan, PlanRevision shown, List<Tracked> tracked, List<String> authors) {
    }

    private Future<View> page(Request request, List<ErrorLine> errors) {
        return tools.database().read(tx -> tools.plans().get(tx, tools.plan(request)).compose(plan -> told(tx, request, plan)
                .compose(told -> Catalogue.read(tx).compose(catalogue -> tools.fulfilment().deeds().gauges(tx)
                        .map(gauges -> View.page("outreach/plan/console/plan", page(request, told, catalogue, gauges,
                                errors)))))));
    }

    private Future<Told> told(Tx tx, Request request, Plan plan) {
        PlanRevision shown = request.query("revision").map(PlanTools::number).flatMap(plan::revision)
                .orElseGet(() -> plan.holding().orElseGet(plan::latest));
        return tools.plans().tasks(tx, plan.id(), shown.number()).compose(rows -> tools.fulfilment().of(tx, plan, rows))
                .compose(tracked -> tools.plans().authors(tx, plan).map(authors -> new Told(plan, shown, tracked, authors)));
    }

    private PlanPage page(Request request, Told told, Catalogue catalogue, Gauges gauges, List<ErrorLine> errors) {
        Lang lang = request.lang();
        Plan plan = told.plan();
        var table = new PlanTable(catalogue, gauges);
        String here = plan.path() + "?revision=" + told.shown().number();
        var state = Arrays.stream(Progress.State.values()).filter(one -> request.query("state").filter(one.code()::equals)
                .isPresent()).findFirst();
        var rows = IntStream.range(0, told.tracked().size()).filter(i -> state.map(one ->
                one == told.tracked().get(i).progress().state()).orElse(true)).mapToObj(i -> TaskRow.of(tools.words(), lang,
                table, gauges, i + 1, told.tracked().get(i))).toList();
        var other = other(plan, told.shown());
        return new PlanPage(PlanTable.title(plan), plan.path(), meta(lang, plan, told.shown()),
                tools.words().stand(lang, told.shown()), PlanWords.tone(told.shown()), sentence(lang, request, told),
                other.map(one -> tools.words().say(lang, one.approved().isPresent() ? "see.holding" : "see.open",
                        Integer.toString(one.number()))).orElse(""), other.map(one -> plan.path() + "?revision="
                + one.number()).orElse(""), steps(SignedIn.of(request), told), Integer.toString(plan.latest().number()),
                figures(lang, here, told.tracked(), state), state.map(one -> tools.words().say(lang, "state." + one.code()))
                .orElse(""), here, rows, plan.revisions().stream().map(one -> row(lang, one)).toList(), errors,
                request.form().raw("note"));
    }

    private static Optional<PlanRevision> other(Plan plan, PlanRevision shown) {
        return plan.open().filter(open -> plan.holding().isPresent() && !open.equals(shown))
                .or(() -> plan.holding().filter(holding -> !holding.equals(shown)));
    }

    private String meta(Lang lang, Plan plan, PlanRevision shown) {
        String programme = plan.programme().isEmpty() ? "" : tools.words().say(lang, "meta.programme", plan.programme());
        return programme + tools.words().say(lang, "meta", Integer.toString(shown.number()));
    }

    private static Steps steps(SignedIn who, Told told) {
        boolean enters = who.may(Permission.ENTER_OUTREACH);
        Plan plan = told.plan();
        boolean latest = told.shown().equals(plan.latest());
        Stand stand = plan.latest().stand();
        return new Steps(enters && latest && stand == Stand.DRAFT, enters && latest && stand == Stand.DRAFT
                && !told.tracked().isEmpty(), enters && latest && stand == Stand.SUBMITTED,
                who.may(Permission.CONFIRM_OUTREACH) && latest && stand == Stand.SUBMITTED
                        && !told.authors().contains(who.actor()), enters && stand == Stand.APPROVED, enters);
    }

    private String sentence(Lang lang, Request request, Told told) {
        PlanRevision shown = told.shown();
        if (!shown.equals(told.plan().latest())) {
            return "";
        }
        return switch (shown.stand()) {
            case SUBMITTED -> tools.words().say(lang, told.authors().contains(SignedIn.of(request).actor())
                    ? "sentence.submitted.own" : "sentence.submitted");
            case DRAFT -> shown.returned().isPresent() ? tools.words().say(lang, "sentence.returned",
                    shown.returned().get().by(), shown.note()) : tools.words().say(lang, shown.number() == 1
                    ? "sentence.draft" : "sentence.revising");
            case APPROVED -> "";
        };
    }

    private List<Figure> figures(Lang lang, String here, List<Tracked> tracked, Optional<Progress.State> chosen) {
        return Arrays.stream(Progress.State.values()).map(state -> new Figure(tools.words().say(lang, "state."
                + state.code()), Long.toString(PlansPages.count(tracked, state)), here + "&state=" + state.code(),
                chosen.equals(Optional.of(state)))).toList();
    }

    private RevisionRow row(Lang lang, PlanRevision revision) {
        String told = revision.approved().map(signed -> tools.words().say(lang, "revision.approved",
                tools.words().signed(lang, signed), revision.submitted().orElseThrow().by())).or(() -> revision.submitted()
                .map(signed -> tools.words().say(lang, "revision.submitted", tools.words().signed(lang, signed))))
                .orElseGet(() -> tools.words().say(lang, "revision.opened", tools.words().signed(lang, revision.opened())));
        return new RevisionRow(Integer.toString(revision.number()), tools.words().stand(lang, revision),
                PlanWords.tone(revision), told, revision.reason());
    }

    private Future<View> head(Request request, List<ErrorLine> errors) {
        FormFields form = request.form();
        boolean sent = form.names().contains("issuer");
        return tools.database().read(tx -> tools.plans().get(tx, tools.plan(request))).map(plan ->
                View.page("outreach/plan/console/head", new HeadPage(tools.words().say(request.lang(), "head.title"),
                        PlanTable.title(plan), plan.path(), sent ? form.raw("programme") : plan.programme(),
                        sent ? form.raw("issuer") : plan.issuer(), errors)));
    }

    private Future<View> rename(Request request) {
        FormFields form = request.form();
        long id = tools.plan(request);
        return tools.database().inTx(tx -> tools.plans().get(tx, id).compose(plan -> {
            var head = PlansPages.head(form, plan.year());
            return tools.plans().rename(tx, id, form.orInvalid(() -> head), SignedIn.of(request).actor());
        })).map(done -> View.seeOther(Plan.path(id))).recover(failure -> invalid(failure) ? head(request,
                errors(request, failure)).map(view -> view.status(422)) : Future.failedFuture(failure));
    }

    private static boolean invalid(Throwable failure) {
        return failure instanceof Problem problem && problem.sort() == Problem.Sort.INVALID;
    }

    private List<ErrorLine> errors(Request request, Throwable failure) {
        return ErrorLine.of(tools.words().messages(), request.lang(), ((Problem) failure).errors());
    }

    private Future<View> submit(Request request) {
        long id = tools.plan(request);
        return tools.database().inTx(tx -> tools.plans().submit(tx, id, expected(request), SignedIn.of(request).actor()))
                .map(done -> View.seeOther(Plan.path(id) + "?revision=" + expected(request)));
    }

    private static int expected(Request request) {
        return PlanTools.number(request.form().raw("expected"));
    }

    private Future<View> takeBack(Request request) {
        long id = tools.plan(request);
        return tools.database().inTx(tx -> tools.plans().takeBack(tx, id, expected(request),
                SignedIn.of(request).actor())).map(done -> View.seeOther(Plan.path(id) + "?revision=" + expected(request)));
    }

    private Future<View> decide(Request request) {
        FormFields form = request.form();
        boolean approved = form.raw("decision").equals("approve");
        var note = form.text("note").atMost(LONGEST_REASON);
        if (!approved) {
            note.required();
        }
        if (!form.errors().isEmpty()) {
            return page(request, ErrorLine.of(tools.words().messages(), request.lang(), form.errors()))
                    .map(view -> view.status(422));
        }
        long id = tools.plan(request);
        return tools.database().inTx(tx -> tools.plans().decide(tx, id, expected(request), approved, note.get(),
                SignedIn.of(request).actor())).map(done -> View.seeOther(Plan.path(id)));
    }

    private Future<View> revision(Request request, List<ErrorLine> errors) {
        return tools.database().read(tx -> tools.plans().get(tx, tools.plan(request))).map(plan ->
                View.page("outreach/plan/console/revision", new ReasonPage(tools.words().say(request.lang(), "revise.title"),
                        PlanTable.title(plan), plan.path(), request.form().raw("reason"), errors)));
    }

    private Future<View> revise(Request request) {
        FormFields form = request.form();
        String reason = form.text("reason").required().atMost(LONGEST_REASON).get();
        if (!form.errors().isEmpty()) {
            return revision(request, ErrorLine.of(tools.words().messages(), request.lang(), form.errors()))
                    .map(view -> view.status(422));
        }
        long id = tools.plan(request);
        return tools.database().inTx(tx -> tools.plans().revise(tx, id, reason, SignedIn.of(request).actor()))
                .map(number -> View.seeOther(Plan.path(id) + "?revision=" + number));
    }
}
