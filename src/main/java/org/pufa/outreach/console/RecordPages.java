package org.pufa.outreach.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.Figure;
import org.pufa.outreach.Listing;
import org.pufa.outreach.Outreach;
import org.pufa.outreach.OutreachHoldings;
import org.pufa.outreach.Register;
import org.pufa.outreach.Revision;
import org.pufa.outreach.Status;
import org.pufa.outreach.evidence.Evidence;
import org.pufa.outreach.plan.Fulfilment;
import org.pufa.outreach.plan.OutreachDeeds;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The page of one record: what it says, what shows it, how it changed; its confirmation and its withdrawal. */
final class RecordPages implements Routes {

    private static final String PATH = OutreachConsole.PATH + "/:" + OutreachHoldings.OUTREACH;
    /** Where its tasks are chosen. */
    private static final String PLAN_LINKS = "/console/plan-links?kind=" + OutreachDeeds.KIND + "&id=";
    private static final int LONGEST_REASON = 500;

    private final OutreachConsole.Tools tools;
    private final Database database;
    private final OutreachWords words;
    private final Listing listing = new Listing();

    RecordPages(OutreachConsole.Tools tools, Database database, OutreachWords words) {
        this.tools = tools;
        this.database = database;
        this.words = words;
    }

    /**
     * Model of {@code outreach/console/record}.
     *
     * @param sentence what has to be done with it
     * @param expected number of the revision that is shown
     * @param next address of another record that waits for this person, or ""
     */
    record RecordPage(String title, String path, String number, String meta, String status, String tone,
            String sentence, boolean mayCorrect, boolean mayWithdraw, boolean mayDecide, boolean withdrawal, boolean maySee, int hidden,
            String expected,
            boolean assured, List<RecordView.FigureRow> figures, List<RecordView.Fact> facts,
            List<RecordView.CampaignLink> campaigns, List<TaskLink> tasks, String planHref, List<EvidencePages.Shown> evidence,
            List<RecordView.RevisionRow> revisions, List<ErrorLine> errors, String note, String next) {
    }

    /** A task of a plan that the record fulfils. */
    record TaskLink(String title, String href, String year) {
    }

    /** Model of {@code outreach/console/withdrawal}. */
    record WithdrawalPage(String title, String name, String path, String expected, boolean confirmed, String reason,
            List<ErrorLine> errors) {
    }

    @Override
    public void mount(Router router) {
        var doors = tools.doors();
        doors.get(router, PATH, Permission.SEE_OUTREACH, request -> page(request, List.of()));
        doors.post(router, PATH + "/decisions", Permission.CONFIRM_OUTREACH, this::decide);
        doors.get(router, PATH + "/withdrawal", Permission.ENTER_OUTREACH, request -> withdrawal(request, List.of()));
        doors.post(router, PATH + "/withdrawal", Permission.ENTER_OUTREACH, this::withdraw);
    }

    private Future<View> page(Request request, List<ErrorLine> errors) {
        long id = OutreachConsole.id(request);
        return database.read(tx -> Catalogue.read(tx).compose(catalogue -> tools.register().get(tx, catalogue, id)
                .compose(record -> tools.evidence().of(tx, id).compose(evidence -> titles(tx, catalogue, record)
                        .compose(titles -> next(tx, request, id).compose(next -> tools.fulfilment().by(tx,
                                SignedIn.of(request).unit(), OutreachDeeds.KIND, Long.toString(id)).map(tasks ->
                                View.page("outreach/console/record", page(request, catalogue, new Told(record, evidence,
                                        titles, next, tasks), errors)))))))));
    }

    /** What is known of a record. */
    private record Told(Outreach record, List<Evidence> evidence, Map<Long, String> titles, String next,
            List<Fulfilment.Tracked> tasks) {
    }

    private Future<String> next(Tx tx, Request request, long id) {
        SignedIn who = SignedIn.of(request);
        return !who.may(Permission.CONFIRM_OUTREACH) ? Future.succeededFuture("")
                : listing.nextWaiting(tx, who.unit(), who.actor(), id).map(found -> found.map(Register::path).orElse(""));
    }

    private Future<Map<Long, String>> titles(Tx tx, Catalogue catalogue, Outreach record) {
        var names = new HashMap<Long, String>();
        Future<Void> all = Future.succeededFuture();
        for (long id : record.revisions().stream().flatMap(one -> one.activity().figures().stream())
                .map(Figure::title).flatMap(Optional::stream).distinct().toList()) {
            all = all.compose(before -> tools.stock().get(tx, catalogue, id)).map(title -> {
                names.put(id, title.name());
                return null;
            });
        }
        return all.map(names);
    }

    private RecordPage page(Request request, Catalogue catalogue, Told told, List<ErrorLine> errors) {
        Outreach record = told.record();
        Lang lang = request.lang();
        SignedIn who = SignedIn.of(request);
        Revision current = record.current();
        var view = new RecordView(words, lang, catalogue, told.titles());
        boolean mayEnter = who.may(Permission.ENTER_OUTREACH);
        boolean mayDecide = who.may(Permission.CONFIRM_OUTREACH) && record.mayBeDecidedBy(who.actor());
        boolean gone = current.withdrawn() && current.status() == Status.WITHDRAWN;
        return new RecordPage(current.activity().title(),
                Register.path(record.id()), Long.toString(record.id()), words.say(lang, "record.meta",
                        record.id(), current.activity().kind().name(), OutreachWords.days(lang,
                        current.activity().starts(), current.activity().ends())),
                words.status(lang, current.status(), current.withdrawn()), OutreachWords.tone(current.status()),
                sentence(lang, who, record), mayEnter, mayEnter && !gone && !current.withdrawn(), mayDecide, current.withdrawn(),
                who.may(Permission.SEE_EVIDENCE), told.evidence().size(), Integer.toString(current.number()), current.origin().assured(),
                view.figures(current.activity()), view.facts(current.activity()),
                RecordView.campaigns(current.activity()), told.tasks().stream().map(RecordPages::task).toList(),
                mayEnter && !gone ? PLAN_LINKS + record.id() : "", EvidencePages.shown(words, lang, record.id(), told.evidence()),
                view.revisions(record.revisions()), errors, request.form().raw("note"), told.next());
    }

    private static TaskLink task(Fulfilment.Tracked one) {
        return new TaskLink(one.row().task().contents(), one.plan().path() + "/tasks/" + one.row().key(),
                Integer.toString(one.plan().year()));
    }

    private String sentence(Lang lang, SignedIn who, Outreach record) {
        Revision current = record.current();
        String own = current.enteredBy().equals(who.actor()) ? ".own" : "";
        return switch (current.status()) {
            case WAITING -> words.say(lang, (current.withdrawn() ? "record.withdrawing" : "record.waiting") + own);
            case RETURNED -> words.say(lang, "record.returned", current.decision().orElseThrow().by(),
                    current.decision().orElseThrow().note());
            case WITHDRAWN -> words.say(lang, "record.withdrawn", current.reason());
            case CONFIRMED -> "";
        };
    }

    private Future<View> decide(Request request) {
        FormFields form = request.form();
        boolean confirmed = form.raw("decision").equals("confirm");
        var note = form.text("note").atMost(LONGEST_REASON);
        if (!confirmed) {
            note.required();
        }
        if (!form.errors().isEmpty()) {
            return page(request, ErrorLine.of(words.messages(), request.lang(), form.errors()))
                    .map(page -> page.status(422));
        }
        long id = OutreachConsole.id(request);
        return database.inTx(tx -> Catalogue.read(tx).compose(catalogue -> tools.register().decide(tx, catalogue, id,
                OutreachConsole.number(form.raw("expected")), confirmed, note.get(), SignedIn.of(request).actor())))
                .map(decided -> View.seeOther(Register.path(id)));
    }

    private Future<View> withdrawal(Request request, List<ErrorLine> errors) {
        long id = OutreachConsole.id(request);
        return database.read(tx -> Catalogue.read(tx).compose(catalogue -> tools.register().get(tx, catalogue, id)))
                .map(record -> View.page("outreach/console/withdrawal", new WithdrawalPage(
                        words.say(request.lang(), "withdrawal.title"), record.current().activity().title(),
                        Register.path(id), Integer.toString(record.current().number()),
                        record.current().status() == Status.CONFIRMED, request.form().raw("reason"), errors)));
    }

    private Future<View> withdraw(Request request) {
        FormFields form = request.form();
        String reason = form.text("reason").required().atMost(LONGEST_REASON).get();
        if (!form.errors().isEmpty()) {
            return withdrawal(request, ErrorLine.of(words.messages(), request.lang(), form.errors()))
                    .map(page -> page.status(422));
        }
        long id = OutreachConsole.id(request);
        return database.inTx(tx -> Catalogue.read(tx).compose(catalogue -> tools.register().withdraw(tx, catalogue, id,
                OutreachConsole.number(form.raw("expected")), reason, SignedIn.of(request).actor())))
                .map(done -> View.seeOther(Register.path(id)));
    }
}
