package org.pufa.outreach.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pufa.campaign.CampaignRow;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Days;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Window;
import org.pufa.outreach.console.EntryView.Choice;
import org.pufa.outreach.signin.Gathering;
import org.pufa.outreach.signin.Gathering.Session;
import org.pufa.outreach.signin.Gatherings;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Navigation;
import org.pufa.staff.Permission;
import org.pufa.staff.QrOutline;
import org.pufa.staff.SignedIn;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Gatherings: their sessions with codes to scan, what signed in, and the sheets of paper for those without a phone. */
final class GatheringPages implements Routes {

    private static final String PATH = Gatherings.PATH;
    private static final String ONE = PATH + "/:" + Gatherings.GATHERING;
    private static final int PAPER_LINES = 20;

    private final OutreachConsole.Tools tools;
    private final Database database;
    private final OutreachWords words;
    private final Optional<URI> publicUrl;
    private final Clock clock;

    GatheringPages(OutreachConsole.Tools tools, Database database, OutreachWords words, Optional<URI> publicUrl,
            Clock clock) {
        this.tools = tools;
        this.database = database;
        this.words = words;
        this.publicUrl = publicUrl;
        this.clock = clock;
        tools.doors().place(new Navigation.Place(Navigation.Group.OUTREACH, "outreach.signin.list", PATH,
                Permission.SEE_OUTREACH));
    }

    /** Model of {@code outreach/console/gatherings}. */
    record ListPage(String title, boolean mayChange, List<Row> rows, Typing form, List<Choice> campaigns,
            List<ErrorLine> errors) {
    }

    record Row(String href, String title, String place, String time, String turns, String heads) {
    }

    /** What was typed. */
    record Typing(String name, String place, String label, String opens, String closes) {

        static Typing of(FormFields form) {
            return new Typing(form.raw("name"), form.raw("place"), form.raw("label"), form.raw("opens"),
                    form.raw("closes"));
        }
    }

    /** Model of {@code outreach/console/gathering}. @param register address of the form that takes its counts, or "" */
    record GatheringPage(String title, String path, String place, boolean mayChange, boolean knownAddress, String heads,
            String turns, String typed, String register, String registerLater, String after, List<SessionRow> sessions,
            Typing form, List<ErrorLine> errors) {
    }

    /** @param tone of the tag that says whether it is open */
    record SessionRow(int number, String label, String time, String url, String path, String state, String tone,
            String signed, String typed, QrOutline qr) {
    }

    /** Model of {@code outreach/console/screen} and {@code outreach/console/paper}. @param lines to sign on */
    record SheetPage(String title, String back, SessionRow session, String place, List<Integer> lines) {
    }

    @Override
    public void mount(Router router) {
        var doors = tools.doors();
        doors.get(router, PATH, Permission.SEE_OUTREACH, request -> list(request, List.of()));
        doors.post(router, PATH, Permission.ENTER_OUTREACH, this::add);
        doors.get(router, ONE, Permission.SEE_OUTREACH, request -> show(request, List.of()));
        doors.post(router, ONE + "/sessions", Permission.ENTER_OUTREACH, this::addSession);
        doors.post(router, ONE + "/sessions/:number/sheets", Permission.ENTER_OUTREACH, this::type);
        doors.get(router, ONE + "/sessions/:number/screen", Permission.SEE_OUTREACH, request -> sheet(request, "screen"));
        doors.get(router, ONE + "/sessions/:number/paper", Permission.SEE_OUTREACH, request -> sheet(request, "paper"));
    }

    private Future<View> list(Request request, List<ErrorLine> errors) {
        Lang lang = request.lang();
        return database.read(tx -> tools.gatherings().all(tx, SignedIn.of(request).unit()).compose(all ->
                tools.desk().all(tx).map(campaigns -> View.page("outreach/console/gatherings", new ListPage(
                        words.say(lang, "signin.list"), SignedIn.of(request).may(Permission.ENTER_OUTREACH),
                        all.stream().map(one -> row(lang, one)).toList(), Typing.of(request.form()),
                        campaigns(request, campaigns), errors)))));
    }

    private List<Choice> campaigns(Request request, List<CampaignRow> rows) {
        String chosen = request.form().raw("after");
        return rows.stream().filter(row -> SignedIn.of(request).mayReach(row.unit())).map(row -> new Choice(
                row.slug().value(), tools.desk().definitionOf(row).title().in(request.lang()),
                row.slug().value().equals(chosen))).toList();
    }

    private static Row row(Lang lang, Gathering one) {
        return new Row(PATH + '/' + one.id(), one.title(), one.place(), one.sessions().isEmpty() ? ""
                : Format.fullDay(lang, Days.of(one.sessions().get(0).window().opens())),
                Format.number(one.turns()), Format.number(one.heads()));
    }

    private Future<View> add(Request request) {
        FormFields form = request.form();
        String title = form.text("name").required().atMost(ActivityForm.LONGEST_TITLE).get();
        String place = form.text("place").atMost(ActivityForm.LONGEST_PLACE).get();
        String label = GatheringForm.label(form);
        var window = GatheringForm.window(form);
        String after = form.raw("after");
        if (!form.errors().isEmpty() || window.isEmpty()) {
            return list(request, lines(request, form)).map(view -> view.status(422));
        }
        SignedIn who = SignedIn.of(request);
        return database.inTx(tx -> tools.desk().all(tx).compose(rows -> tools.gatherings().add(tx, new Gatherings.Plan(title,
                place, who.unit(), campaigns(request, rows).stream().map(Choice::value).filter(after::equals).findFirst()),
                label, window.get(), who.actor()))).map(id -> View.seeOther(PATH + '/' + id));
    }

    private List<ErrorLine> lines(Request request, FormFields form) {
        return ErrorLine.of(words.messages(), request.lang(), form.errors());
    }

    private static long id(Request request) {
        return OutreachConsole.number(request, Gatherings.GATHERING);
    }

    private Future<View> show(Request request, List<ErrorLine> errors) {
        return database.read(tx -> tools.gatherings().get(tx, id(request)))
                .map(one -> View.page("outreach/console/gathering", page(request, one, errors)));
    }

    private GatheringPage page(Request request, Gathering one, List<ErrorLine> errors) {
        Lang lang = request.lang();
        boolean mayEnter = SignedIn.of(request).may(Permission.ENTER_OUTREACH);
        boolean counted = one.isOver(clock.instant()) && one.turns() > 0;
        return new GatheringPage(one.title(), PATH + '/' + one.id(), one.place(), mayEnter, publicUrl.isPresent(),
                Format.number(one.heads()), Format.number(one.turns()), Format.number(one.typed()),
                mayEnter && counted ? EntryPages.PATH + "?gathering=" + one.id() : "",
                counted ? "" : words.say(lang, "signin.later"), one.after().orElse(""),
                one.sessions().stream().map(session -> row(request, one, session)).toList(), Typing.of(request.form()),
                errors);
    }

    private SessionRow row(Request request, Gathering one, Session session) {
        Lang lang = request.lang();
        var now = clock.instant();
        Window window = session.window();
        String state = window.contains(now) ? "open" : window.isBefore(now) ? "coming" : "over";
        String url = address(request, "/s/" + session.code());
        return new SessionRow(session.number(), session.label().isEmpty() ? words.say(lang, "signin.session",
                session.number()) : session.label(), Format.moment(lang, window.opens()) + " – "
                + Format.moment(lang, window.closes()), url, PATH + '/' + one.id() + "/sessions/" + session.number(),
                words.say(lang, "signin.state." + state), state.equals("open") ? "ok" : "", Format.number(session.signed()),
                Format.number(session.typed()), QrOutline.of(url));
    }

    private String address(Request request, String path) {
        return publicUrl.map(url -> url.resolve(path).toString()).orElseGet(() -> request.header("Host")
                .map(host -> "http://" + host + path).orElse(path));
    }

    private Future<View> addSession(Request request) {
        FormFields form = request.form();
        String label = GatheringForm.label(form);
        var window = GatheringForm.window(form);
        return form.errors().isEmpty() && window.isPresent() ? database.inTx(tx -> tools.gatherings().addSession(tx,
                id(request), label, window.get(), SignedIn.of(request).actor()))
                .map(added -> View.seeOther(PATH + '/' + id(request)))
                : show(request, lines(request, form)).map(view -> view.status(422));
    }

    private Future<View> type(Request request) {
        FormFields form = request.form();
        var amount = form.number("amount").required().between(-10_000, 10_000).optional();
        String note = form.text("note").atMost(200).get();
        if (amount.isPresent() && amount.getAsLong() == 0) {
            form.refuse("amount", "outreach.form.nothing", "0");
        } else if (amount.isPresent() && amount.getAsLong() < 0 && note.isEmpty()) {
            form.refuse("note", "outreach.title.why");
        }
        return form.errors().isEmpty() ? database.inTx(tx -> tools.gatherings().type(tx, id(request),
                OutreachConsole.number(request.path("number")), (int) amount.getAsLong(), note,
                SignedIn.of(request).actor())).map(typed -> View.seeOther(PATH + '/' + id(request)))
                : show(request, lines(request, form)).map(view -> view.status(422));
    }

    private Future<View> sheet(Request request, String template) {
        int number = OutreachConsole.number(request.path("number"));
        return database.read(tx -> tools.gatherings().get(tx, id(request))).map(one -> {
            Session session = one.sessions().stream().filter(found -> found.number() == number).findFirst()
                    .orElseThrow(() -> Problem.notFound("outreach.signin.unknown"));
            return View.page("outreach/console/" + template, new SheetPage(one.title(), PATH + '/' + one.id(),
                    row(request, one, session), one.place(), IntStream.rangeClosed(1, PAPER_LINES)
                    .boxed().toList()));
        });
    }
}
