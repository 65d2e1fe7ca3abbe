package org.pufa.outreach.console;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.util.Optional;
import org.pufa.db.Database;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.outreach.Activity;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.load.LoadTemplate;
import org.pufa.outreach.load.Loads;
import org.pufa.outreach.sheet.JudgedRow;
import org.pufa.outreach.sheet.JudgedSheet;
import org.pufa.staff.Permission;
import org.pufa.staff.SentBytes;
import org.pufa.staff.SignedIn;
import org.pufa.staff.Uploads;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Takes spreadsheets in: send one, look at every row, confirm; nothing is registered before. */
final class LoadPages implements Routes {

    static final String PATH = OutreachConsole.PATH + "/files";
    private static final String UPLOAD = PATH + "/:upload";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final OutreachConsole.Tools tools;
    private final Loads loads;
    private final Vertx vertx;
    private final Database database;
    private final OutreachWords words;

    LoadPages(OutreachConsole.Tools tools, Loads loads, Vertx vertx, Database database, OutreachWords words) {
        this.tools = tools;
        this.loads = loads;
        this.vertx = vertx;
        this.database = database;
        this.words = words;
    }

    /** Model of {@code outreach/console/load}. */
    record SendPage(String title, String error) {
    }

    @Override
    public void mount(Router router) {
        var doors = tools.doors();
        doors.get(router, PATH, Permission.ENTER_OUTREACH, request -> Future.succeededFuture(form(request.lang(), "")));
        doors.post(router, PATH, Permission.ENTER_OUTREACH, this::send);
        doors.get(router, PATH + "/template", Permission.ENTER_OUTREACH, this::template);
        doors.get(router, UPLOAD, Permission.ENTER_OUTREACH, request -> check(request, ""));
        doors.post(router, UPLOAD + "/rows/:number/leaving", Permission.ENTER_OUTREACH, this::leave);
        doors.post(router, UPLOAD + "/loading", Permission.ENTER_OUTREACH, this::load);
    }

    private View form(Lang lang, String error) {
        return View.page("outreach/console/load", new SendPage(words.say(lang, "load.title"), error));
    }

    private Future<View> template(Request request) {
        Lang lang = request.lang();
        return database.read(Catalogue::read).compose(catalogue -> vertx.executeBlocking(() ->
                LoadTemplate.write(catalogue, words.messages(), lang), false)).map(file -> View.attachment(XLSX,
                words.say(lang, "load.template.name") + ".xlsx", Buffer.buffer(file)));
    }

    private Future<View> send(Request request) {
        Lang lang = request.lang();
        return SentBytes.of(request, "").compose(sent -> sent.problem().isPresent()
                ? Future.succeededFuture(form(lang, words.messages().get(lang, sent.problem().get())).status(422))
                : database.read(Catalogue::read).compose(catalogue -> loads.read(catalogue, sent)).compose(read ->
                        read.problem().isPresent() ? Future.succeededFuture(form(lang, words.messages().get(lang,
                                read.problem().get().key(), read.problem().get().args())).status(422))
                        : database.inTx(tx -> loads.keep(tx, SignedIn.of(request), sent, read))
                                .map(id -> View.seeOther(PATH + '/' + id))));
    }

    private Future<View> check(Request request, String error) {
        SignedIn who = SignedIn.of(request);
        return database.read(tx -> Uploads.find(tx, who, request.path("upload")).compose(file -> Catalogue.read(tx)
                .compose(catalogue -> loads.judge(tx, catalogue, file.id(), who.unit()))
                .map(judged -> page(request.lang(), file, judged, error))));
    }

    private View page(Lang lang, Uploads.Sent file, JudgedSheet<Activity> judged, String error) {
        var texts = new CheckView.Texts("outreach.load", words.say(lang, "list.title"), OutreachConsole.PATH, PATH);
        return View.page("outreach/console/check", new CheckView<>(words.messages(), lang, texts, this::told)
                .page(file, PATH + '/' + file.id(), judged, error));
    }

    private CheckView.Told told(Lang lang, JudgedRow<Activity> judged) {
        return new CheckView.Told(judged.row().cell("title"), judged.becomes().map(is -> words.say(lang, "load.row",
                is.kind().name(), OutreachWords.days(lang, is.starts(), is.ends()))).orElse(""),
                judged.becomes().map(is -> words.figures(lang, is.figures())).orElse(""));
    }

    private Future<View> leave(Request request) {
        int number = Optional.of(request.path("number")).map(OutreachConsole::number).orElse(0);
        boolean out = request.form().raw("out").equals("1");
        return database.inTx(tx -> Uploads.find(tx, SignedIn.of(request), request.path("upload")).compose(file ->
                loads.leave(tx, file.id(), number, out))).map(left -> View.seeOther(PATH + '/' + request.path("upload")
                + "#n" + number));
    }

    private Future<View> load(Request request) {
        SignedIn who = SignedIn.of(request);
        boolean sure = request.form().raw("sure").strip().equals(CheckView.SURE);
        return database.inTx(tx -> Uploads.find(tx, who, request.path("upload")).compose(file -> Catalogue.read(tx)
                .compose(catalogue -> loads.enter(tx, catalogue, file, who, sure))))
                .map(entered -> View.seeOther(OutreachConsole.PATH + "?status=waiting"))
                .recover(failure -> failure instanceof Problem problem && problem.sort() == Problem.Sort.INVALID
                        ? check(request, sentence(request.lang(), problem)).map(view -> view.status(422))
                        : Future.failedFuture(failure));
    }

    private String sentence(Lang lang, Problem problem) {
        return problem.errors().stream().map(error -> words.messages().get(lang, error.key(), error.args())).findFirst()
                .orElseGet(() -> words.messages().get(lang, problem.key(), problem.args()));
    }
}
