package org.pufa.outreach.console;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.load.JudgedRow;
import org.pufa.outreach.load.LoadTemplate;
import org.pufa.outreach.load.Loads;
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
    private static final List<String> STATES = List.of("refused", "warned", "left", "accepted");

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

    /** Model of {@code outreach/console/check}. @param taken how many records confirming would add */
    record CheckPage(String title, String meta, String path, List<String> notes, List<Figure> figures, List<Row> rows,
            boolean takes, String sentence, String button, boolean doubtful, String sure, String error) {
    }

    record Figure(String label, String figure, String note) {
    }

    record Row(String number, String place, String title, String meta, String figures, String state, String tone,
            List<String> sentences, boolean mayLeave, boolean leftOut) {
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

    private View page(Lang lang, Uploads.Sent file, Loads.Judged judged, String error) {
        int taken = judged.taken().size();
        var ordered = STATES.stream().flatMap(state -> judged.rows().stream()
                .filter(row -> row.state().equals(state))).toList();
        return View.page("outreach/console/check", new CheckPage(words.say(lang, "load.check"),
                words.say(lang, "load.meta", file.name(), judged.rows().size()), PATH + '/' + file.id(),
                judged.notes().stream().map(note -> words.messages().get(lang, note.key(), note.args())).toList(),
                Stream.of("accepted", "warned", "refused", "left").map(state -> new Figure(words.say(lang, "load.state."
                        + state), Format.number(judged.count(state)), words.say(lang, "load.note." + state))).toList(),
                ordered.stream().map(row -> row(lang, row)).toList(), taken > 0,
                words.say(lang, "load.sentence", taken, judged.count("refused"), judged.count("left")),
                words.say(lang, "load.button", taken), judged.isDoubtful(), EntryPages.SURE, error));
    }

    private Row row(Lang lang, JudgedRow judged) {
        var row = judged.row();
        var activity = judged.activity();
        return new Row(Integer.toString(row.number()), words.say(lang, "load.place", row.sheet(),
                Integer.toString(row.line())), row.cell("title"), activity.map(is -> words.say(lang, "load.row",
                is.kind().name(), OutreachWords.days(lang, is.starts(), is.ends()))).orElse(""),
                activity.map(is -> words.figures(lang, is.figures())).orElse(""),
                words.say(lang, "load.state." + judged.state()), tone(judged.state()), judged.findings().stream()
                .map(finding -> words.messages().get(lang, finding.key(), finding.args())).toList(),
                activity.isPresent(), judged.leftOut());
    }

    private static String tone(String state) {
        return state.equals("accepted") ? "ok" : state.equals("warned") ? "warn" : state.equals("refused") ? "bad" : "";
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
        boolean sure = request.form().raw("sure").strip().equals(EntryPages.SURE);
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
