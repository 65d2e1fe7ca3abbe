package org.pufa.outreach.plan.console;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pufa.i18n.Lang;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.console.CheckView;
import org.pufa.outreach.plan.Gauges;
import org.pufa.outreach.plan.Plan;
import org.pufa.outreach.plan.Task;
import org.pufa.outreach.plan.table.PlanTable;
import org.pufa.outreach.plan.table.PlanXlsx;
import org.pufa.outreach.plan.table.TargetWords;
import org.pufa.outreach.sheet.JudgedRow;
import org.pufa.staff.Permission;
import org.pufa.staff.SentBytes;
import org.pufa.staff.SignedIn;
import org.pufa.staff.Uploads;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Takes lists in: send one, look at every row, confirm; nothing stands in the plan before. */
final class PlanLoadPages implements Routes {

    private static final String FILES = PlanTools.ONE + "/files";
    private static final String UPLOAD = FILES + "/:upload";
    private static final List<String> EXPLAINED = List.of("content", "audience", "goal", "when", "others");

    private final PlanTools tools;
    private final Vertx vertx;

    PlanLoadPages(PlanTools tools, Vertx vertx) {
        this.tools = tools;
        this.vertx = vertx;
    }

    /** Model of {@code outreach/plan/console/load}. */
    record SendPage(String title, String plan, String planHref, String path, String error) {
    }

    @Override
    public void mount(Router router) {
        var doors = tools.doors();
        doors.get(router, FILES, Permission.ENTER_OUTREACH, request -> form(request, ""));
        doors.post(router, FILES, Permission.ENTER_OUTREACH, this::send);
        doors.get(router, FILES + "/template", Permission.ENTER_OUTREACH, this::template);
        doors.get(router, UPLOAD, Permission.ENTER_OUTREACH, this::check);
        doors.post(router, UPLOAD + "/rows/:number/leaving", Permission.ENTER_OUTREACH, this::leave);
        doors.post(router, UPLOAD + "/loading", Permission.ENTER_OUTREACH, this::load);
    }

    private Future<View> form(Request request, String error) {
        return tools.database().read(tx -> tools.plans().get(tx, tools.plan(request))).map(plan ->
                View.page("outreach/plan/console/load", new SendPage(tools.words().say(request.lang(), "load.title"),
                        PlanTable.title(plan), plan.path(), plan.path() + "/files", error)));
    }

    private Future<View> template(Request request) {
        Lang lang = request.lang();
        return tools.database().read(tx -> tools.plans().get(tx, tools.plan(request)).compose(plan -> Catalogue.read(tx)
                .compose(catalogue -> tools.fulfilment().deeds().gauges(tx).compose(gauges ->
                        vertx.executeBlocking(() -> PlanXlsx.write(PlanTable.title(plan),
                                tools.words().say(Lang.ZH, "load.template.below"), List.of(), notes(catalogue, gauges)),
                                false)))))
                .map(file -> View.attachment(PlanXlsx.TYPE, tools.words().say(lang, "load.template.name") + ".xlsx",
                        Buffer.buffer(file)));
    }

    private List<List<String>> notes(Catalogue catalogue, Gauges gauges) {
        var notes = new ArrayList<List<String>>();
        EXPLAINED.forEach(key -> notes.add(List.of(tools.words().say(Lang.ZH, "load.explain." + key),
                tools.words().say(Lang.ZH, "load.explain." + key + ".how"))));
        notes.add(List.of(tools.words().say(Lang.ZH, "load.explain.audience"), catalogue.audiences().stream()
                .map(one -> one.name().zh()).collect(Collectors.joining("、"))));
        notes.add(List.of(tools.words().say(Lang.ZH, "load.explain.targets"), gauges.all().stream()
                .map(gauge -> gauge.label(Lang.ZH)).collect(Collectors.joining("、"))));
        return notes;
    }

    private Future<View> send(Request request) {
        long plan = tools.plan(request);
        return SentBytes.of(request, "").compose(sent -> sent.problem().isPresent()
                ? wrong(request, tools.words().messages().get(request.lang(), sent.problem().get()))
                : tools.loads().read(sent).compose(read -> read.problem().isPresent()
                        ? wrong(request, tools.words().messages().get(request.lang(), read.problem().get().key(),
                                read.problem().get().args()))
                        : tools.database().inTx(tx -> tools.plans().get(tx, plan).compose(found ->
                                tools.loads().keep(tx, SignedIn.of(request), plan, sent, read)))
                                .map(id -> View.seeOther(Plan.path(plan) + "/files/" + id))));
    }

    private Future<View> wrong(Request request, String sentence) {
        return form(request, sentence).map(view -> view.status(422));
    }

    private Future<View> check(Request request) {
        SignedIn who = SignedIn.of(request);
        return tools.database().read(tx -> tools.plans().get(tx, tools.plan(request)).compose(plan ->
                Uploads.find(tx, who, request.path("upload")).compose(file -> tools.fulfilment().deeds().gauges(tx)
                        .compose(gauges -> tools.loads().judge(tx, plan, file.id()).map(judged ->
                                View.page("outreach/console/check", view(request.lang(), plan, gauges).page(file,
                                        plan.path() + "/files/" + file.id(), judged, "")))))));
    }

    private CheckView<Task> view(Lang lang, Plan plan, Gauges gauges) {
        var texts = new CheckView.Texts("outreach.plan.load", PlanTable.title(plan), plan.path(), plan.path() + "/files");
        return new CheckView<>(tools.words().messages(), lang, texts, (language, judged) ->
                told(language, plan, gauges, judged));
    }

    private CheckView.Told told(Lang lang, Plan plan, Gauges gauges, JudgedRow<Task> judged) {
        return new CheckView.Told(judged.becomes().map(Task::contents).orElse(judged.row().cell("content")),
                judged.becomes().map(task -> tools.words().say(lang, "load.row", task.timing().say(lang, plan.year()),
                        task.section().isEmpty() ? "–" : task.section())).orElse(""),
                judged.becomes().map(task -> new TargetWords(gauges).say(lang, task.targets())).orElse(""));
    }

    private Future<View> leave(Request request) {
        long plan = tools.plan(request);
        int number = PlanTools.number(request.path("number"));
        boolean out = request.form().raw("out").equals("1");
        return tools.database().inTx(tx -> Uploads.find(tx, SignedIn.of(request), request.path("upload")).compose(file ->
                tools.loads().leave(tx, file.id(), number, out))).map(left -> View.seeOther(Plan.path(plan) + "/files/"
                + request.path("upload") + "#n" + number));
    }

    private Future<View> load(Request request) {
        SignedIn who = SignedIn.of(request);
        long plan = tools.plan(request);
        return tools.database().inTx(tx -> Uploads.find(tx, who, request.path("upload")).compose(file ->
                tools.loads().enter(tx, plan, file, who)).compose(count -> tools.plans().get(tx, plan)))
                .map(found -> View.seeOther(found.path() + "?revision=" + found.latest().number()));
    }
}
