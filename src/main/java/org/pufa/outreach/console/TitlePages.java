package org.pufa.outreach.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Days;
import org.pufa.kernel.Problem;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.Figure;
import org.pufa.outreach.Measure;
import org.pufa.outreach.Movement;
import org.pufa.outreach.Register;
import org.pufa.outreach.Title;
import org.pufa.outreach.TitleHoldings;
import org.pufa.outreach.console.EntryView.Choice;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Navigation;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** What is handed out by title: how much there is, what came in, what went out and where. */
final class TitlePages implements Routes {

    private static final String PATH = TitleHoldings.PATH;
    private static final String ONE = PATH + "/:" + TitleHoldings.TITLE;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_NOTE = 200;

    private final OutreachConsole.Tools tools;
    private final Database database;
    private final OutreachWords words;
    private final Clock clock;

    TitlePages(OutreachConsole.Tools tools, Database database, OutreachWords words, Clock clock) {
        this.tools = tools;
        this.database = database;
        this.words = words;
        this.clock = clock;
        tools.doors().place(new Navigation.Place(Navigation.Group.OUTREACH, "outreach.titles.title", PATH,
                Permission.SEE_OUTREACH));
    }

    /** Model of {@code outreach/console/titles}. */
    record TitlesPage(String title, boolean mayChange, List<Row> rows, String name, String amount, String today,
            List<Choice> measures, List<ErrorLine> errors) {
    }

    record Row(String href, String name, String measure, String received, String handedOut, String left) {
    }

    /** Model of {@code outreach/console/title}. */
    record TitlePage(String title, String path, boolean mayChange, String received, String handedOut, String left,
            List<Moved> movements, String amount, String day, String note, List<ErrorLine> errors) {
    }

    /** @param href of the record where it was handed out, or "" */
    record Moved(String day, String what, String amount, String href, String note, String by) {
    }

    @Override
    public void mount(Router router) {
        var doors = tools.doors();
        doors.get(router, PATH, Permission.SEE_OUTREACH, request -> list(request, List.of()));
        doors.post(router, PATH, Permission.ENTER_OUTREACH, this::add);
        doors.get(router, ONE, Permission.SEE_OUTREACH, request -> show(request, List.of()));
        doors.post(router, ONE + "/receptions", Permission.ENTER_OUTREACH, this::receive);
    }

    private Future<View> list(Request request, List<ErrorLine> errors) {
        Lang lang = request.lang();
        FormFields form = request.form();
        return database.read(tx -> Catalogue.read(tx).compose(catalogue -> tools.stock().all(tx, catalogue,
                SignedIn.of(request).unit()).map(titles -> View.page("outreach/console/titles", new TitlesPage(
                        words.say(lang, "titles.title"), SignedIn.of(request).may(Permission.ENTER_OUTREACH),
                        titles.stream().map(title -> row(lang, title)).toList(), form.raw("name"), form.raw("amount"),
                        Days.of(clock.instant()).toString(), measures(lang, catalogue, form.raw("measure")), errors)))));
    }

    private static List<Choice> measures(Lang lang, Catalogue catalogue, String chosen) {
        return catalogue.measures().stream().filter(Measure::byTitle).map(measure -> new Choice(measure.code(),
                measure.label(lang), measure.code().equals(chosen))).toList();
    }

    private static Row row(Lang lang, Title title) {
        return new Row(PATH + '/' + title.id(), title.name(), title.measure().unit().name().in(lang),
                Format.number(title.received()), Format.number(title.handedOut()), Format.number(title.left()));
    }

    private Future<View> add(Request request) {
        FormFields form = request.form();
        String name = form.text("name").required().atMost(LONGEST_NAME).get();
        var amount = form.number("amount").required().between(1, Figure.MOST).optional();
        LocalDate day = day(form);
        String actor = SignedIn.of(request).actor();
        return database.inTx(tx -> Catalogue.read(tx).compose(catalogue -> {
            var measure = catalogue.measure(form.raw("measure")).filter(Measure::byTitle);
            if (measure.isEmpty()) {
                form.refuse("measure", "outreach.titles.measure");
            }
            form.orInvalid(() -> true);
            return tools.stock().add(tx, name, measure.get(), SignedIn.of(request).unit(), actor).compose(id ->
                    tools.stock().receive(tx, catalogue, id, amount.getAsLong(), day, "", actor).map(id));
        })).map(id -> View.seeOther(PATH + '/' + id)).recover(failure -> again(failure, request, errors ->
                list(request, errors)));
    }

    private LocalDate day(FormFields form) {
        LocalDate today = Days.of(clock.instant());
        try {
            LocalDate day = form.raw("day").isBlank() ? today : LocalDate.parse(form.raw("day"));
            if (day.isAfter(today)) {
                form.refuse("day", "outreach.check.not-yet");
            }
            return day;
        } catch (DateTimeParseException e) {
            form.refuse("day", "outreach.form.day", form.raw("day"));
            return today;
        }
    }

    private interface Page {

        Future<View> with(List<ErrorLine> errors);
    }

    private Future<View> again(Throwable failure, Request request, Page page) {
        return failure instanceof Problem problem && problem.sort() == Problem.Sort.INVALID
                ? page.with(ErrorLine.of(words.messages(), request.lang(), problem.errors())).map(view -> view.status(422))
                : Future.failedFuture(failure);
    }

    private Future<View> show(Request request, List<ErrorLine> errors) {
        long id = OutreachConsole.number(request, TitleHoldings.TITLE);
        return database.read(tx -> show(tx, request, id, errors));
    }

    private Future<View> show(Tx tx, Request request, long id, List<ErrorLine> errors) {
        Lang lang = request.lang();
        FormFields form = request.form();
        return Catalogue.read(tx).compose(catalogue -> tools.stock().get(tx, catalogue, id)).compose(title ->
                tools.stock().movements(tx, id).map(movements -> View.page("outreach/console/title", new TitlePage(
                        title.name(), PATH + '/' + id, SignedIn.of(request).may(Permission.ENTER_OUTREACH),
                        OutreachWords.amount(lang, title.measure(), title.received()),
                        OutreachWords.amount(lang, title.measure(), title.handedOut()),
                        OutreachWords.amount(lang, title.measure(), title.left()),
                        movements.stream().map(one -> moved(lang, one)).toList(), form.raw("amount"),
                        form.raw("day").isEmpty() ? Days.of(clock.instant()).toString() : form.raw("day"),
                        form.raw("note"), errors))));
    }

    private Moved moved(Lang lang, Movement one) {
        String what = one.in() ? one.amount() > 0 ? "in" : "in-corrected" : one.amount() > 0 ? "out" : "out-back";
        return new Moved(Format.fullDay(lang, one.day()), words.say(lang, "title.moved." + what),
                (one.in() == one.amount() > 0 ? "+" : "−") + Format.number(Math.abs(one.amount())),
                one.outreach().map(Register::path).orElse(""), one.note(), one.by());
    }

    private Future<View> receive(Request request) {
        long id = OutreachConsole.number(request, TitleHoldings.TITLE);
        FormFields form = request.form();
        var amount = form.number("amount").required().between(-Figure.MOST, Figure.MOST).optional();
        String note = form.text("note").atMost(LONGEST_NOTE).get();
        LocalDate day = day(form);
        if (amount.isPresent() && amount.getAsLong() == 0) {
            form.refuse("amount", "outreach.form.nothing", "0");
        } else if (amount.isPresent() && amount.getAsLong() < 0 && note.isEmpty()) {
            form.refuse("note", "outreach.title.why");
        }
        Optional<Future<View>> wrong = form.errors().isEmpty() ? Optional.empty() : Optional.of(show(request,
                ErrorLine.of(words.messages(), request.lang(), form.errors())).map(view -> view.status(422)));
        return wrong.orElseGet(() -> database.inTx(tx -> Catalogue.read(tx).compose(catalogue -> tools.stock().receive(tx,
                catalogue, id, amount.getAsLong(), day, note, SignedIn.of(request).actor())))
                .map(received -> View.seeOther(PATH + '/' + id))
                .recover(failure -> again(failure, request, errors -> show(request, errors))));
    }
}
